import { expect, test } from 'vitest';
import { autodetect } from '../../../../../electron/engine/judge/autodetect';
import { isReadOnly, platformById } from '../../../../../electron/engine/judge/platform-lookup';
import { knownPagers, pagerOn } from '../../../../../electron/engine/command-line/pager';
import { parseInterfaces } from '../../../../../electron/engine/vendors/maipu/interfaces';
import { parseCpu, parseMemory } from '../../../../../electron/engine/vendors/maipu/load';
import { parseCards, parseFans, parseModules, parsePower } from '../../../../../electron/engine/vendors/maipu/parts';
import { parseFileSystem } from '../../../../../electron/engine/vendors/maipu/storage';
import { parseVersion } from '../../../../../electron/engine/vendors/maipu/version';
import { maipuWords } from '../../../../../electron/engine/vendors/maipu/vocabulary';
import { platformRecordings } from '../../../../support/platform-recordings';

function answerOf(recording: string, file: string): string {
  const found = platformRecordings().find(({ platform, name }) => platform === 'maipu' && name === recording);
  const text = found?.commands.get(file);
  if (text === undefined) throw new Error(`no ${recording}/${file}`);
  return text;
}

const router = 'mp3840_6.3.19';
const box = 'nss-in-trouble_6.3.25';

test.each([
  ['345 weeks 4 days', 209_001_600],
  ['2 days 3 hours 4 minutes', 183_840],
  ['1 week, 2 days', 777_600],
  ['3 moons', undefined],
])('an uptime of %j is %s seconds', (words, seconds) => {
  const text = answerOf(router, 'show-version').replace('61 weeks 3 days 5 hours', words);

  expect(parseVersion(text)).toMatchObject(
    seconds === undefined
      ? { kind: 'unreadable', reason: 'not-understood' }
      : { readings: [{ values: { model: 'MP3840' } }, {}, { values: { seconds } }] },
  );
});

type Change = readonly [
  name: string,
  read: (text: string) => unknown,
  file: string,
  from: RegExp,
  to: string,
  as: string,
];

const changes: readonly Change[] = [
  ['no uptime', parseVersion, 'show-version', /^System Uptime.*\n/m, '', 'cut'],
  ['no title', parseVersion, 'show-version', /^MP3840 Version Information\n/m, '', 'not-understood'],
  ['two releases', parseVersion, 'show-version', /^( +Software Version.*: ).*\n/m, '$&$16.3.20\n', 'not-understood'],
  ['a line that is no field', parseVersion, 'show-version', /^ +MPU CPLD.*/m, ' half a line', 'not-understood'],
  ['more than all of the CPU', parseCpu, 'show-cpu-monitor', /11%/, '111%', 'not-understood'],
  ['an average without a number', parseCpu, 'show-cpu-monitor', /minute: 10%/, 'minute: ?%', 'not-understood'],
  ['history of another form', parseCpu, 'show-cpu-monitor', /^ +7% .*/m, '   7  10', 'not-understood'],
  ['history without its peak', parseCpu, 'show-cpu-monitor', /^CPU peak.*\n/m, '', 'cut'],
  ['a list of tasks', parseCpu, 'show-cpu-monitor', /^CPU utilization for.*/m, 'NAME  ENTRY  TID', 'not-understood'],
  ['a total without its row', parseMemory, 'show-memory', /^ +\d+.*%\n$/m, '', 'cut'],
  ['pools without a total', parseMemory, 'show-memory', /^STATISTICS[^]*/m, '', 'cut'],
  [
    'a total that is not the sum',
    parseMemory,
    'show-memory',
    /(?<=STATISTICS[^]*)185402368/,
    '185402367',
    'not-understood',
  ],
  ['a share that is not true', parseMemory, 'show-memory', /17\.77%/, '71.77%', 'not-understood'],
  ['a pool without its share', parseMemory, 'show-memory', /84\.38%/, '', 'not-understood'],
  ['a fan without statistics', parseFans, 'show-system-fan', /^ STATISTICS.*\n/m, '', 'cut'],
  ['a fan without a state', parseFans, 'show-system-fan', /^ +Status:.*\n/m, '', 'not-understood'],
  ['a fan in two states', parseFans, 'show-system-fan', /^ +Status:.*\n/m, '$& Status: FAIL\n', 'not-understood'],
  [
    'an absent supply with fields',
    parsePower,
    'show-system-power',
    /Power 1 - ONLINE/,
    'Power 1 - OFFLINE',
    'not-understood',
  ],
  ['a supply inside another', parsePower, 'show-system-power', /^ STATISTICS.*\n/m, '', 'not-understood'],
  ['a first heading of another form', parsePower, 'show-system-power', /\(Power 0 - OFFLINE\)/, '', 'not-understood'],
  ['a card that stops', parseCards, 'show-system-lpu', /^ STATISTICS: +1 IN.*\n/m, '', 'cut'],
  ['a module without a state', parseModules, 'show-system-module-brief', /Start Ok/, '', 'not-understood'],
  ['modules of another heading', parseModules, 'show-system-module-brief', / Online /, ' Present', 'not-understood'],
  ['a volume without its room', parseFileSystem, 'show-filesystem', /^ - free space.*\n/m, '', 'cut'],
  [
    'two volumes',
    parseFileSystem,
    'show-filesystem',
    /^ - bytes per.*\n/m,
    '$& - bytes per sector: 4,096\n',
    'not-understood',
  ],
  ['more room than there is', parseFileSystem, 'show-filesystem', /19,398,656/, '99,398,656', 'not-understood'],
  ['a port without a state', parseInterfaces, 'show-ip-interface-brief', /up +up +to.*/, 'up', 'not-understood'],
  ['no port', parseInterfaces, 'show-ip-interface-brief', /^[a-z].*\n/gm, '', 'no-row'],
];

test.each(changes)('%s is not judged', (_name, read, file, from, to, reason) => {
  const text = answerOf(router, file);
  const changed = text.replace(from, to);

  expect(changed).not.toBe(text);
  expect(read(text)).toMatchObject({ kind: 'readings' });
  expect(read(changed)).toMatchObject({ kind: 'unreadable', reason });
});

test('that a part is there does not say that it works', () => {
  const text = answerOf(box, 'show-system-fan').replaceAll(/^ +Work Status:.*\n/gm, '');
  const parsed = parseFans(text);
  const states = parsed.kind === 'readings' ? parsed.readings.map((each) => maipuWords(each).state) : [];

  expect(states).toEqual(['unknown', 'unknown', 'empty']);
});

test('a supply that is broken is broken, whatever its mains are', () => {
  const text = answerOf(box, 'show-system-power').replaceAll('Power in: Normal', 'Power in: Fault');
  const parsed = parsePower(text);
  const states = parsed.kind === 'readings' ? parsed.readings.map((each) => maipuWords(each).state) : [];

  expect(states).toEqual(['no-input', 'no-input', 'bad']);
});

test('a heading with one more column is read by its names', () => {
  const text = ` Module    Type    Online    State       Name    SN\n Mpu 0     main    online    Start Ok    X       S1\n Lpu 1     card    offline   /           /       /\n`;

  expect(parseModules(text)).toMatchObject({
    readings: [
      { subject: 'Mpu 0', status: 'Start Ok', values: { model: 'X', serial: 'S1' } },
      { subject: 'Lpu 1', status: 'offline /', values: { model: null, serial: null } },
    ],
  });
});

test('a row cut behind a hash of its description is no prompt', () => {
  const text = `${answerOf(router, 'show-ip-interface-brief')}gigaethernet5/0             unassigned      up                    up       LAB#`;

  expect(parseInterfaces(text)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
});

test('nothing is sent that writes or measures', () => {
  const platform = platformById('maipu');
  if (platform === undefined) throw new Error('no platform');

  const commands = ['spy cpu', 'write', 'save', 'show tech-support', 'show version ; reload', 'more flash0:startup'];

  expect(commands.filter((command) => isReadOnly(platform, command))).toEqual([]);
});

test.each(['MyPower (R) Operating System Software', 'Copyright (C) 1999 Maipu Communication Technology Co., Ltd.'])(
  '%s names the maker',
  (answer) => {
    expect(autodetect({ banner: '', prompt: 'r1# ', answer })?.deviceType).toBe('maipu');
  },
);

test.each(['---MORE---', '....press ENTER to next line, Q to quit, other key to next page....'])(
  'the pager %s gets a blank',
  (line) => {
    const rules = [...knownPagers, ...(platformById('maipu')?.traits.pagers ?? [])];

    expect(pagerOn(line, rules)?.answer).toBe(' ');
  },
);
