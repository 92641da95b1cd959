import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptAttachments } from '../../../../electron/engine/delivery/kept-attachments';
import { writeWhole } from '../../../../electron/engine/store/atomic-file';
import { openLedger } from '../../../../electron/engine/store/ledger/open-ledger';
import type { OutboxEntry } from '../../../../shared/model/channel';
import { ChannelId, RunId } from '../../../../shared/model/ids';
import { sampleMessage } from '../../../support/channel-messages';
import { temporaryFolder } from '../../../support/store-parts';

/** A run's zip in a folder that every run writes anew, and where the files of waiting messages are kept. */
function scene() {
  const folder = temporaryFolder();
  const { ledger } = openLedger(':memory:');
  const own = join(folder, 'attachments');
  const zip = join(folder, 'bundle.zip');
  const messageOf = (run: string) =>
    sampleMessage({
      runId: RunId.parse(run),
      attachments: [{ name: 'bundle.zip', path: zip, bytes: statSync(zip).size }],
    });
  const enqueue = (run: string, state: OutboxEntry['state']) => {
    const message = messageOf(run);
    const entry: OutboxEntry = {
      ...{ id: `run-${run}/c1`, runId: RunId.parse(run), channelId: ChannelId.parse('c1'), channelKind: 'email' },
      ...{ channelName: 'mail', title: 'x', state, attempts: 0, createdAt: 1, nextAttemptAt: 1, settledAt: null },
      words: null,
    };
    ledger.outbox.add([{ entry, message }]);
  };
  return { folder, own, zip, ledger, kept: keptAttachments(own, ledger), messageOf, enqueue };
}

test('a message that waits keeps the zip of its run when a later run writes its own in that place', async () => {
  const { zip, kept, messageOf } = scene();
  await writeWhole(zip, 'of the first run');
  const [first] = kept.keep(messageOf('20261129-080000-aaaa')).attachments;
  await writeWhole(zip, 'of the second run');
  const [second] = kept.keep(messageOf('20261129-090000-bbbb')).attachments;
  rmSync(zip);

  const read = (path = '') => readFileSync(path, 'utf8');
  expect([read(first?.path), read(second?.path)]).toEqual(['of the first run', 'of the second run']);
  expect([first?.name, second?.name]).toEqual(['bundle.zip', 'bundle.zip']);
});

test('the file of a run goes when none of its messages waits any more', async () => {
  const { own, zip, kept, messageOf, enqueue } = scene();
  await writeWhole(zip, 'zip');
  const runs = {
    'run-queued': 'queued',
    'run-sending': 'sending',
    'run-accepted': 'accepted',
    'run-refused': 'refused',
  } as const;
  for (const [run, state] of Object.entries(runs)) {
    kept.keep(messageOf(run));
    enqueue(run, state);
  }

  kept.prune();

  expect(readdirSync(own).toSorted()).toEqual(['run-queued', 'run-sending']);
});

test('without a folder there is nothing to remove, and a message of no run is left as it is', () => {
  const { own, kept } = scene();
  const message = sampleMessage({ runId: null });

  kept.prune();

  expect(kept.keep(message)).toBe(message);
  mkdirSync(own);
  kept.prune();
});
