import { writeSync } from 'node:fs';
import { openLedger } from '../../electron/engine/store/ledger/open-ledger';
import { sampleItem, sampleOutcome, sampleRun } from './sample-history';

/** A process that writes until it is killed, and tells each message once it was queued. */
const { ledger } = openLedger(process.argv[2] ?? '');
ledger.runs.begin(sampleRun('r1', { devices: 1_000_000 }));
for (let number = 0; ; number += 1) {
  ledger.outcomes.save(sampleOutcome('r1', `d${number}`), []);
  const id = `m${number}/c1`;
  ledger.outbox.add([sampleItem(id)]);
  writeSync(1, `${id}\n`);
}
