import { expect, test } from 'vitest';
import type { Finding } from '../../../../../shared/model/finding';
import { Thresholds } from '../../../../../shared/model/settings/index';
import { judgeDevice } from '../../../../../electron/engine/judge/judge-device';
import { platformById } from '../../../../../electron/engine/judge/platform-lookup';
import { commandOfFile, platformRecordings } from '../../../../support/platform-recordings';

function findingsOf(id: string, name: string): readonly Finding[] {
  const platform = platformById(id);
  const recording = platformRecordings().find((each) => each.platform === id && each.name === name);
  if (platform === undefined || recording === undefined) throw new Error(`no recording ${id}/${name}`);
  const spellings = platform.lookup.known.flatMap(({ command, aliases = [] }) => [command, ...aliases]);
  const outputs = [...recording.commands].map(([file, text]) => {
    return { command: commandOfFile(file, spellings), text, end: 'complete', code: undefined } as const;
  });
  const now = Date.UTC(2026, 10, 22, 9, 41);
  return judgeDevice({ platform, deviceType: id, outputs, files: [], thresholds: Thresholds.parse({}), now }).findings;
}

const worst = (findings: readonly Finding[]): Readonly<Record<string, string>> => {
  const order = ['n/a', 'pass', 'unknown', 'warn', 'fail'];
  const byCheck = new Map<string, string>();
  for (const { check, level } of findings) {
    const before = byCheck.get(check);
    if (before === undefined || order.indexOf(level) > order.indexOf(before)) byCheck.set(check, level);
  }
  return Object.fromEntries(byCheck);
};

const parts = {
  'cpu-load': 'pass',
  'memory-use': 'pass',
  temperature: 'pass',
  fan: 'pass',
  'power-supply': 'pass',
  'flash-free': 'pass',
  uptime: 'pass',
  'software-version': 'pass',
};

test.each([
  ['cisco-ios', 'ws-c2960-24tt-l_12.2.55.se10', { ...parts, 'config-saved': 'pass' }],
  ['cisco-ios-stack', 'c9300-24t-stack-of-2_17.3.5', { ...parts, 'config-saved': 'pass', 'chassis-status': 'pass' }],
  [
    'cisco-nxos',
    'n9k-c93180yc-fx_9.3.10',
    { ...parts, 'config-saved': 'pass', 'chassis-status': 'pass', 'licence-expiry': 'pass' },
  ],
  ['cisco-asa', 'asa5545_9.12.4.41', { ...parts, 'chassis-status': 'pass', 'licence-expiry': 'pass' }],
])('%s %s in good order passes every check', (id, name, expected) => {
  const levels = worst(findingsOf(id, name));

  expect(levels).toMatchObject(expected);
  expect(Object.values(levels).filter((level) => level !== 'pass')).toEqual([]);
});

test.each([
  [
    'cisco-ios',
    'isr4331-k9_16.9.5',
    {
      'cpu-load': 'fail',
      'memory-use': 'fail',
      temperature: 'fail',
      fan: 'fail',
      'power-supply': 'fail',
      'flash-free': 'fail',
      uptime: 'warn',
      'config-saved': 'warn',
      'licence-expiry': 'fail',
    },
  ],
  [
    'cisco-ios-stack',
    'c9300-24t-stack-of-2-in-trouble_17.3.5',
    {
      'cpu-load': 'warn',
      'memory-use': 'warn',
      temperature: 'fail',
      fan: 'fail',
      'power-supply': 'warn',
      'flash-free': 'fail',
      uptime: 'warn',
      'software-version': 'warn',
      'chassis-status': 'warn',
      'config-saved': 'warn',
    },
  ],
  [
    'cisco-nxos',
    'n9k-c93180yc-fx-in-trouble_9.3.10',
    {
      'cpu-load': 'fail',
      'memory-use': 'fail',
      temperature: 'fail',
      fan: 'fail',
      'power-supply': 'fail',
      'flash-free': 'fail',
      uptime: 'warn',
      'software-version': 'warn',
      'chassis-status': 'fail',
      'config-saved': 'warn',
      'licence-expiry': 'fail',
    },
  ],
  [
    'cisco-asa',
    'asa5545-in-trouble_9.12.4.41',
    {
      'cpu-load': 'fail',
      'memory-use': 'fail',
      temperature: 'fail',
      fan: 'fail',
      'power-supply': 'fail',
      'flash-free': 'fail',
      uptime: 'warn',
      'software-version': 'warn',
      'chassis-status': 'fail',
      'licence-expiry': 'fail',
    },
  ],
])('%s %s in trouble fails or warns in every check', (id, name, expected) => {
  const levels = worst(findingsOf(id, name));

  expect(levels).toMatchObject(expected);
  expect(Object.values(levels)).not.toContain('unknown');
});
