import { expect, test } from 'vitest';
import { parseComwareLog, parseVrpLog } from '../../../../../electron/engine/vendors/dialects/vrp/log-buffer';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const counts = (parsed: Parsed): unknown =>
  parsed.kind === 'readings'
    ? parsed.readings.map((reading) =>
        reading.kind === 'log' ? [reading.subject, reading.values.count] : reading.kind,
      )
    : parsed;
const lineOf = (parsed: Parsed, subject: string): string | undefined =>
  parsed.kind === 'readings' ? parsed.readings.find((reading) => reading.subject === subject)?.line : undefined;

const vrp = (count: number, ...messages: readonly string[]): string =>
  `Logging buffer configuration and contents : enabled\nCurrent messages : ${count}\n${messages.map((each) => `${each}\n`).join('')}`;
const vrpMessage = (time: string, severity: number, words: string): string =>
  `Nov 20 2026 ${time}+08:00 SW-1 %%01IFNET/${severity}/IF_STATE(l)[0]:${words}`;

test('an empty buffer proves that there is no warning', () => {
  expect(counts(parseVrpLog(vrp(0)))).toEqual([
    ['error', 0],
    ['warning', 0],
  ]);
  expect(lineOf(parseVrpLog(vrp(0)), 'error')).toBe('Current messages : 0');
});

test('the newest message of a severity is the proof, in whichever order they stand', () => {
  const old = vrpMessage('08:00:00', 4, 'port 1 down');
  const fresh = vrpMessage('09:00:00', 4, 'port 2 down');

  expect(lineOf(parseVrpLog(vrp(2, fresh, old)), 'warning')).toBe(fresh);
  expect(lineOf(parseVrpLog(vrp(2, old, fresh)), 'warning')).toBe(fresh);
});

test('messages of the same second keep the order of the maker', () => {
  const one = vrpMessage('08:00:00', 4, 'port 1 down');
  const two = vrpMessage('08:00:00', 4, 'port 2 down');
  const comware = (port: number): string => `%Nov 20 08:00:00:000 2026 SW-1 IFNET/4/LINK_UPDOWN: port ${port} down`;

  expect(lineOf(parseVrpLog(vrp(2, one, two)), 'warning')).toBe(one);
  expect(lineOf(parseComwareLog(`Log buffer: Enabled\n${comware(1)}\n${comware(2)}\n`), 'warning')).toBe(comware(2));
});

test('newer releases begin with the size of the buffer', () => {
  const text = `Allowed max buffer size : 10240\nCurrent messages : 6\n\n${vrpMessage('09:00:00', 4, 'suppressed')}\n`;

  expect(counts(parseVrpLog(text))).toEqual([
    ['error', 0],
    ['warning', 1],
  ]);
});

test('a message goes on below its line', () => {
  const text = vrp(2, vrpMessage('09:00:00', 3, 'the reason is'), ' a fan', vrpMessage('08:00:00', 6, 'nothing'));

  expect(counts(parseVrpLog(text))).toEqual([
    ['error', 1],
    ['warning', 0],
  ]);
});

test.each<readonly [string, (text: string) => Parsed, string, string]>([
  ['messages counted and not shown', parseVrpLog, vrp(7), 'no-row'],
  ['a head that stops before its count', parseVrpLog, 'Logging buffer configuration and contents : enabled\n', 'cut'],
  [
    'a buffer that is switched off',
    parseVrpLog,
    'Logging buffer configuration and contents : disabled\nCurrent messages : 0\n',
    'not-understood',
  ],
  [
    'a message without its severity',
    parseVrpLog,
    vrp(1, 'Nov 20 2026 09:00:00 SW-1 IFNET: port 1 down'),
    'not-understood',
  ],
  ['text without a head', parseVrpLog, 'something else\n', 'not-understood'],
  [
    'a buffer of Comware that is switched off',
    parseComwareLog,
    'Log buffer: Disabled\nCurrent messages: 0\n',
    'not-understood',
  ],
  [
    'a message of Comware without its severity',
    parseComwareLog,
    'Log buffer: Enabled\n%Nov 20 08:00:00:000 2026 SW-1 IFNET: down\n',
    'not-understood',
  ],
])('%s is not read', (_what, parse, text, reason) => {
  expect(parse(text)).toMatchObject({ kind: 'unreadable', reason });
});
