import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../../../../electron/engine/store/ledger/open-ledger';
import { RunId } from '../../../../../shared/model/ids';
import { sampleOutcome, sampleRun } from '../../../../support/sample-history';
import { temporaryFolder } from '../../../../support/store-parts';

test('ten thousand outcomes are written and read back', () => {
  const { ledger } = openLedger(join(temporaryFolder(), 'history.sqlite'));
  ledger.runs.begin(sampleRun('r1', { devices: 10_000 }));
  const reading = sampleOutcome('r1', 'd').readings[0]!;
  const finding = sampleOutcome('r1', 'd').findings[0]!;
  const readings = Array.from({ length: 4 }, (_, index) => ({ ...reading, subject: `${index}` }));
  const findings = Array.from({ length: 3 }, (_, index) => ({ ...finding, subject: `${index}` }));
  const startedAt = performance.now();

  for (let number = 0; number < 10_000; number += 1) {
    ledger.outcomes.save(sampleOutcome('r1', `d${number}`, { readings, findings }), []);
  }
  const writtenAt = performance.now();
  const read = ledger.outcomes.ofRun(RunId.parse('r1'));
  const readAt = performance.now();
  const latest = ledger.outcomes.latest();
  const latestAt = performance.now();

  expect(read).toHaveLength(10_000);
  expect(latest).toHaveLength(10_000);
  const each = [writtenAt - startedAt, readAt - writtenAt, latestAt - readAt].map((ms) => (ms / 10_000).toFixed(3));
  console.info(`10,000 outcomes: write ${each[0]} ms each, read ${each[1]} ms each, latest ${each[2]} ms each`);
  ledger.close();
}, 60_000);
