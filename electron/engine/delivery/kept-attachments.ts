import { copyFileSync, constants, existsSync, linkSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../../shared/model/channel';
import { RunId } from '../../../shared/model/ids';
import { makeFolders } from '../store/atomic-file';
import { safeName } from '../store/safe-name';
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

/** @param folder for these files alone: one below it for each run, called by its id */
export function keptAttachments(folder: string, { outbox }: Pick<Ledger, 'outbox'>): KeptAttachments {
  return {
    keep(message) {
      if (message.runId === null) return message;
      const own = join(folder, safeName(message.runId, 'run'));
      const attachments = message.attachments.map((attachment) => {
        makeFolders(own);
        const path = join(own, attachment.name);
        if (!existsSync(path)) takeFile(attachment.path, path);
        return { ...attachment, path };
      });
      return { ...message, attachments };
    },
    prune() {
      if (!existsSync(folder)) return;
      for (const runId of readdirSync(folder)) {
        const entries = outbox.ofRun(RunId.parse(runId));
        const isWaiting = entries.some(({ state }) => state === 'queued' || state === 'sending');
        if (!isWaiting) rmSync(join(folder, runId), { recursive: true });
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
