import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { recogniseMember } from '../../../electron/engine/judge/platform-lookup';
import { loadPersonality, personalityDir, personalityIds } from '../../../electron/lab/personality';
import { simulateDevice } from '../../../electron/lab/simulated-device';

const ids = personalityIds();
const Listed = z.object({
  commands: z.record(z.string(), z.string()).default({}),
  files: z.record(z.string(), z.string()).default({}),
});

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

test.each(ids)('every file of %s is said by some command or served by some path', (id) => {
  const folder = join(personalityDir(), id);
  const listed = Listed.parse(JSON.parse(readFileSync(join(folder, 'personality.json'), 'utf8')));

  expect(filesIn(join(folder, 'outputs'))).toEqual([...new Set(Object.values(listed.commands))].sort());
  expect(filesIn(join(folder, 'files'))).toEqual([...new Set(Object.values(listed.files))].sort());
});

test.each(ids)('the texts of %s have LF line ends, no place left open and invented addresses', (id) => {
  const now = new Date('2026-03-04T01:12:44Z');
  const device = simulateDevice({ name: 'x', personality: id }, () => now, new Map());
  const { outputs } = loadPersonality(id);
  const texts = [...outputs.keys()].map((command) => device.expected.transcript(command));
  const files = [...device.expected.files.values()].map((file) => file.toString());

  for (const text of [...texts, ...files]) {
    expect(text).toMatch(/\n$/);
    expect(text).not.toMatch(/\r|\{\{|\}\}|\uFFFD/);
    const addresses = (text.match(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g) ?? []).filter(
      (address) => !/^(?:255|0)\./.test(address),
    );
    expect(addresses.filter((address) => !/^(?:192\.0\.2|198\.51\.100)\./.test(address))).toEqual([]);
  }
  expect(outputs.has(loadPersonality(id).keyCommand)).toBe(true);
});

test.each(ids)('the configuration of %s holds secrets that have to be blanked', (id) => {
  const device = simulateDevice({ name: 'x', personality: id }, () => new Date(), new Map());
  const configurations = [
    ...[...device.expected.files]
      .filter(([path]) => /\/(?:vc)?boot\.cfg$/.test(path))
      .map(([, file]) => file.toString()),
    ...['show running-config'].map((command) => device.expected.transcript(command)),
  ];

  expect(configurations.some((text) => /community/.test(text) && /password/.test(text) && /key/.test(text))).toBe(true);
});

const switches = ids.filter((id) => loadPersonality(id).platform === 'alcatel_aos');

test.each(switches)('%s answers every command of its own list, and each answer is read', (id) => {
  const device = simulateDevice({ name: 'x', personality: id }, () => new Date(), new Map());
  const member = recogniseMember('alcatel_aos', device.expected.transcript('show system'));
  const answers = (member?.commands ?? []).map(({ command, parse }) => ({
    command,
    isKnown: loadPersonality(id).outputs.has(command),
    kind: parse?.(device.expected.transcript(command)).kind,
  }));

  expect(answers.length).toBeGreaterThanOrEqual(9);
  expect(answers.filter(({ isKnown, kind }) => !isKnown || kind === 'unreadable')).toEqual([]);
});

test('clock and uptime go on while the device runs', () => {
  let at = Date.parse('2026-03-04T01:12:44Z');
  const device = simulateDevice({ name: 'x', personality: 'os6450-aos6' }, () => new Date(at), new Map());
  const before = device.expected.transcript('show system');
  at += 86_400_000;

  const after = device.expected.transcript('show system');

  expect(before).toContain('Date & Time:  WED MAR 04 2026  09:12:44 (ZP8)\n');
  expect(before).toContain('Up Time:      156 days 17 hours 16 minutes and 48 seconds,\n');
  expect(after).toContain('Date & Time:  THU MAR 05 2026  09:12:44 (ZP8)\n');
  expect(after).toContain('Up Time:      157 days 17 hours 16 minutes and 48 seconds,\n');
});

test('an unknown personality is named', () => {
  expect(() => loadPersonality('os0-none')).toThrow('no personality named "os0-none"');
});
