import { describe, expect, test } from 'vitest';
import { explainFinding } from '../../../../electron/engine/judge/explain';
import { releaseOf, releaseSpread, type FleetRelease } from '../../../../electron/engine/judge/fleet-releases';
import { DeviceId } from '../../../../shared/model/ids';
import { judgeDevice } from '../../../../electron/engine/judge/judge-device';
import { platformById } from '../../../../electron/engine/judge/platform-lookup';
import { platformRecordings } from '../../../support/platform-recordings';
import { Thresholds } from '../../../../shared/model/settings';
import type { Reading } from '../../../../shared/model/reading';

const reading = (kind: Reading['kind'], subject: string, values: Reading['values']): Reading => ({
  ...{
    kind,
    subject,
    values,
    status: null,
    state: null,
    role: null,
    command: 'show microcode working',
    line: `${subject} line`,
  },
});
const readings = (model: string | null, ...releases: readonly (string | null)[]): readonly Reading[] => [
  reading('system', '', { model }),
  ...releases.map((release, index) => reading('software', `Image${index}.img`, { release })),
];
const device = (id: string, release: string, model = 'OS6860E-P24', member = 'ale-aos8'): FleetRelease => ({
  ...{ deviceId: DeviceId.parse(id), member, model, release },
});

describe('what a device adds', () => {
  const id = DeviceId.parse('d1');

  test('model and release', () => {
    expect(releaseOf(id, 'ale-aos8', readings('OS6860E-P24', '8.9.73.R01', '8.9.73.R01'))).toEqual(
      device('d1', '8.9.73.R01'),
    );
  });

  test.each([
    ['no member', null, readings('OS6860E-P24', '8.9.73.R01')],
    ['no model', 'ale-aos8', readings(null, '8.9.73.R01')],
    ['no software', 'ale-aos8', readings('OS6860E-P24')],
    ['packages that differ', 'ale-aos8', readings('OS6860E-P24', '8.9.73.R01', '8.9.70.R01')],
    ['no release', 'ale-aos8', readings('OS6860E-P24', null)],
  ])('nothing: %s', (_name, member, own) => {
    expect(releaseOf(id, member, own)).toBeUndefined();
  });
});

describe('the spread', () => {
  const spread = (own: string, ...others: readonly FleetRelease[]) =>
    releaseSpread(device('d1', own), readings('OS6860E-P24', own), others);
  const two = [device('d2', '8.9.73.R01'), device('d3', '8.9.73.R01')];

  test('the same as the others', () => {
    expect(spread('8.9.73.R01', ...two)).toEqual([]);
  });

  test('another release than most of the model is 注意, with both releases and the line', () => {
    const findings = spread('8.9.10.R01', ...two);

    expect(findings).toMatchObject([
      {
        ...{ check: 'software-version', level: 'warn', reason: 'differs', value: '8.9.10.R01', limit: '8.9.73.R01' },
        proof: { command: 'show microcode working', line: 'Image0.img line' },
      },
    ]);
    expect(findings.map((finding) => explainFinding(finding, 'zh-CN').sentence)).toEqual([
      '软件版本 8.9.10.R01，与多数同型号设备的 8.9.73.R01 不一致',
    ]);
    expect(findings.map((finding) => explainFinding(finding, 'en').advice)).not.toEqual(['']);
  });

  test.each([
    ['two devices have no majority', [device('d2', '8.9.73.R01')]],
    ['no release is on most', [device('d2', '8.9.73.R01'), device('d3', '8.9.74.R01')]],
    ['another model', [device('d2', '8.9.73.R01', 'OS6900-X72'), device('d3', '8.9.73.R01', 'OS6900-X72')]],
    ['another platform', [device('d2', '8.9.73.R01', 'OS6860E-P24', 'ale-aos7'), device('d3', '8.9.73.R01')]],
    ['its own last inspection is no other device', [device('d1', '8.9.73.R01'), device('d2', '8.9.73.R01')]],
  ])('nothing: %s', (_name, others) => {
    expect(spread('8.9.10.R01', ...others)).toEqual([]);
  });
});

test('a device that is judged is compared with the fleet it is given', () => {
  const recording = platformRecordings().find(({ name }) => name.startsWith('os6860e-p24'));
  const text = (file: string) => recording?.commands.get(file) ?? '';
  const outputs = ['show system', 'show microcode working'].map((command) => ({
    ...{ command, text: text(command.replaceAll(' ', '-')), end: 'complete' as const, code: undefined },
  }));
  const judge = (release: string) =>
    judgeDevice({
      ...{ platform: platformById('ale-aos8'), deviceType: 'alcatel_aos', outputs, files: [], now: 0 },
      thresholds: Thresholds.parse({}),
      fleet: { deviceId: DeviceId.parse('d1'), releases: ['d2', 'd3'].map((id) => device(id, release)) },
    }).findings.filter(({ reason }) => reason === 'differs');

  expect(judge('8.9.73.R01')).toEqual([]);
  expect(judge('8.9.99.R01')).toMatchObject([{ check: 'software-version', value: '8.9.73.R01', limit: '8.9.99.R01' }]);
});
