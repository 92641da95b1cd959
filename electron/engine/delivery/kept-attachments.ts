import { copyFileSync, constants, existsSync, linkSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../../shared/model/channel';
import { RunId } from '../../../shared/model/ids';
import { makeFolders } from '../store/atomic-file';
import type { Ledger } from '../store/ledger/ledger';

/**
 * Files of messages on their way. A folder that is written anew with every run would give a message that waits the file
 * of a later run; here each has its own, a second name of the same file where the disk allows it.
 */
export type KeptAttachments = {
  /** The message with its files kept. @throws where the disk refuses it */
  keep(message: Message): Message;
  /** Removes the files of runs whose messages have all ended. */
  prune(): void;
};

/** @param folder for these files alone */
export function keptAttachments(folder: string, { outbox }: Pick<Ledger, 'outbox'>): KeptAttachments {
  return {
    keep(message) {
      if (message.runId === null) return message;
      const attachments = message.attachments.map((attachment) => {
        makeFolders(folder);
        const path = join(folder, `${message.runId}-${attachment.name}`);
        if (!existsSync(path)) takeFile(attachment.path, path);
        return { ...attachment, path };
      });
      return { ...message, attachments };
    },
    prune() {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) {
        const runId = /^(\d{8}-\d{6}-[a-z0-9]+)-/.exec(name)?.[1];
        if (runId === undefined) continue;
        const entries = outbox.ofRun(RunId.parse(runId));
        const isWaiting = entries.some(({ state }) => state === 'queued' || state === 'sending');
        if (!isWaiting) unlinkSync(join(folder, name));
      }
    },
  };
}

/** Another file system, or one without second names, gets a copy. */
function takeFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Whatever stood in the way of a link: the copy tells what is really wrong.
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
