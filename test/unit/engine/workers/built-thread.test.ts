import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { textJobs } from '../../../../electron/engine/workers/text-jobs';
import { threadTextWork } from '../../../../electron/engine/workers/threads';
import { systemClock } from '../../../../electron/node-clock';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';
import { inspectOrder } from '../../../support/inspect-order';

const program = resolve('dist/worker.cjs');

test('the built thread gives what the same work gives here: readings, findings, blanked texts and copies', async () => {
  expect(existsSync(program), 'dist/worker.cjs is built before the tests').toBe(true);
  const redactor = createRedactor();
  redactor.register('Known.Secret.7');
  const work = threadTextWork({ program, count: 1, clock: systemClock, secrets: redactor.known });
  onTestFinished(() => work.close());
  const order = inspectOrder(
    [
      ['uptime', ' 09:03:00 up 41 days,  2:11,  1 user,  load average: 0.08, 0.05, 0.01\n'],
      ['ps aux', 'root 1 login Known.Secret.7\n'],
    ],
    {
      member: 'linux',
      deviceType: 'linux',
      copies: [{ path: '/etc/x', bytes: Buffer.from('word Known.Secret.7\n') }],
      files: [{ path: '/etc/x', isFetched: true, code: undefined }],
    },
  );

  const there = await work.inspect(order, 60_000);

  const here = textJobs(createFilter(redactor)).inspect(order);
  expect({ ...there, copies: there.copies.map((copy) => Buffer.from(copy)) }).toEqual(here);
  expect(JSON.stringify(there)).not.toContain('Known.Secret.7');
});
