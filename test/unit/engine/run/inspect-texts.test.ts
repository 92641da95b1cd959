import { expect, test } from 'vitest';
import { inspectWithinBudget } from '../../../../electron/engine/run/inspect-texts';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';
import { textJobs } from '../../../../electron/engine/workers/text-jobs';
import { tooHard, type InspectOrder, type TextWork } from '../../../../electron/engine/workers/text-work';
import { workHere } from '../../../../electron/engine/workers/work-here';
import { inspectOrder } from '../../../support/inspect-order';

const hasHardText = ({ outputs, copies }: InspectOrder): boolean =>
  [...outputs.map(({ text }) => text), ...copies.map(({ bytes }) => String(Buffer.from(bytes)))].some((text) =>
    text.includes('HARD'),
  );

/** The work as it is, but any order with HARD in a text takes too long. */
function workWithLimits(): TextWork & { readonly tries: () => number } {
  const real = workHere(textJobs(createFilter(createRedactor())));
  let tries = 0;
  return {
    ...real,
    tries: () => tries,
    inspect: (order, budgetMs) => {
      tries += 1;
      return hasHardText(order) ? Promise.reject(tooHard()) : real.inspect(order, budgetMs);
    },
  };
}

test('a text that holds the work up is 判不了 with its reason, and the others are judged', async () => {
  const order = inspectOrder(
    [
      ['uptime', ' 09:03:00 up 41 days,  2:11,  1 user,  load average: 0.08, 0.05, 0.01\n'],
      ['cat /var/log/messages', 'HARD'],
    ],
    { member: 'linux', deviceType: 'linux' },
  );

  const { texts } = await inspectWithinBudget(order, workWithLimits());

  expect(texts.transcripts).toEqual([order.outputs[0]?.text, '']);
  expect(texts.readings.map(({ kind }) => kind)).toContain('uptime');
  expect(texts.findings.filter(({ code }) => code === 'text.too-hard')).toMatchObject([
    { level: 'unknown', reason: 'not-read', proof: { command: 'cat /var/log/messages' } },
  ]);
});

test('a configuration that holds the work up is not kept, and that is told', async () => {
  const copies = [
    { path: '/flash/good.cfg', bytes: Buffer.from('hostname a') },
    { path: '/flash/bad.cfg', bytes: Buffer.from('HARD') },
  ];
  const files = copies.map(({ path }) => ({ path, isFetched: true, code: undefined }));

  const { order, texts } = await inspectWithinBudget(inspectOrder([], { copies, files }), workWithLimits());

  expect(order.copies.map(({ path }) => path)).toEqual(['/flash/good.cfg']);
  expect(texts.copies).toHaveLength(1);
  expect(texts.findings.filter(({ subject }) => subject.startsWith('/flash'))).toMatchObject([
    { subject: '/flash/bad.cfg', level: 'unknown', code: 'text.too-hard' },
  ]);
});

test('a device of which every text is hard is given up after a few tries', async () => {
  const work = workWithLimits();
  const order = inspectOrder(Array.from({ length: 40 }, (_, index) => [`show ${index}`, 'HARD'] as const));

  const { texts } = await inspectWithinBudget(order, work);

  const hard = texts.findings.filter(({ code }) => code === 'text.too-hard');
  expect(hard).toHaveLength(40);
  expect(texts.findings.every(({ level }) => level === 'unknown')).toBe(true);
  expect(work.tries()).toBeLessThan(8);
});

test('a mistake of ours is not taken for a hard text', async () => {
  const broken: TextWork = { ...workWithLimits(), inspect: () => Promise.reject(new Error('our mistake')) };

  await expect(inspectWithinBudget(inspectOrder([]), broken)).rejects.toThrow('our mistake');
});
