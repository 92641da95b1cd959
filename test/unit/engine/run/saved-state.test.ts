import { expect, test } from 'vitest';
import { platformById } from '../../../../electron/engine/judge/platform-lookup';
import { savedState, type SavedState } from '../../../../electron/engine/run/saved-state';
import type { CommandOutput } from '../../../../electron/engine/session/session';
import { commandOfFile, platformRecordings } from '../../../support/platform-recordings';

const recordings = platformRecordings();

function stateOf(platform: string, name: string, only?: string): SavedState | undefined {
  const member = platformById(platform);
  const recording = recordings.find((each) => each.platform === platform && each.name === name);
  if (member === undefined || recording === undefined) return undefined;
  const spellings = member.lookup.known.flatMap(({ command, aliases = [] }) => [command, ...aliases]);
  const outputs = [...recording.commands].map(([file, text]): CommandOutput => ({
    command: commandOfFile(file, spellings),
    text,
    end: 'complete',
    ms: 1,
    code: undefined,
  }));
  return savedState(
    member,
    outputs.filter(({ command }) => only === undefined || command === only),
  );
}

test.each([
  ['ale-aos6', 'os6450-stack-of-2_6.7.2.211.r08', 'saved'],
  ['ale-aos6', 'os6450-stack-broken_6.7.2.211.r08', 'unsaved'],
  // One management module: the switch says that it has no word on it.
  ['ale-aos6', 'os6450-p48_6.7.2.112.r07', 'unknown'],
  ['ale-aos8', 'os6860e-p24_8.9.73.r01', 'saved'],
  ['cisco-ios', 'ws-c2960-24tt-l_12.2.55.se10', 'saved'],
  ['cisco-ios', 'isr4331-k9_16.9.5', 'unsaved'],
  ['cisco-ios', 'ws-c4507r-e_15.2.4.e10', 'unknown'],
  ['cisco-nxos', 'n9k-c93180yc-fx_9.3.10', 'saved'],
  ['cisco-nxos', 'n9k-c93180yc-fx-in-trouble_9.3.10', 'unsaved'],
  // Told beside the version, by an answer whose command promises no such word.
  ['cisco-asa', 'asa5545_9.12.4.41', 'saved'],
  ['aruba-aoscx', '6410-in-trouble_10.10.1100', 'unsaved'],
  ['huawei-vrp', 's5720-28x-si_v200r011c10', 'saved'],
  ['huawei-vrp', 's7706-troubled_v200r010c00', 'unsaved'],
  ['hp-comware', 's5130s-28s-ei_7.1.070-r6328p03', 'saved'],
  ['hp-comware', 's10504-troubled_7.1.070-r7585', 'unsaved'],
  ['hp-comware', 'msr3040_5.20-r2511', 'unknown'],
] as const)('%s %s is %s', (platform, name, state) => {
  expect(stateOf(platform, name)).toBe(state);
});

test('equal names of files say nothing of unsaved changes', () => {
  expect(stateOf('huawei-vrp', 's5720-28x-si_v200r011c10', 'display startup')).toBe('unknown');
});

test('an answer that was cut says nothing', () => {
  const member = platformById('ale-aos8');
  const text =
    recordings
      .find(({ name }) => name === 'os6860e-p24_8.9.73.r01')
      ?.commands.get('show-running-directory')
      ?.slice(0, -40) ?? '';
  const output: CommandOutput = { command: 'show running-directory', text, end: 'partial', ms: 1, code: undefined };

  expect(text).toContain('CONFIGURATION STATUS');
  expect(member && savedState(member, [output])).toBe('unknown');
});
