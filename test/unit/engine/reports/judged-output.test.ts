import { expect, test } from 'vitest';
import {
  judgedOutputs,
  markLines,
  segmentLines,
  type MarkedLine,
} from '../../../../electron/engine/reports/judged-output';
import { sampleReport } from '../../../support/sample-report';

const plain = (count: number): MarkedLine[] =>
  Array.from({ length: count }, (_, index) => ({ text: `line ${index}`, level: undefined }));

function healthOf(report = sampleReport()) {
  const [device] = report.devices;
  const command = device?.commands.find((each) => each.command === 'show health');
  if (device === undefined || command === undefined) throw new Error('the sample has no show health');
  return { report, device, command };
}

test('the lines that findings quote carry their levels, the others none', () => {
  const { device, command } = healthOf();

  expect(markLines(device, command).map(({ level }) => level)).toEqual([
    undefined,
    undefined,
    undefined,
    'fail',
    'warn',
  ]);
});

test('a line quoted by two findings takes the worse level', () => {
  const { device, command } = healthOf();
  const findings = device.findings.flatMap((finding) => [finding, { ...finding, level: 'pass' as const }]);

  expect(
    markLines({ ...device, findings }, command)
      .map(({ level }) => level)
      .slice(3),
  ).toEqual(['fail', 'warn']);
});

test('a finding marks nothing in the output of another command', () => {
  const { device, command } = healthOf();

  expect(markLines(device, { ...command, command: 'show fan' }).every(({ level }) => level === undefined)).toBe(true);
});

test('lines beyond the head are counted, judged ones printed all the same', () => {
  const lines = [...plain(5), { text: 'bad', level: 'fail' as const }, ...plain(2)];

  expect(segmentLines(lines, 2)).toEqual([
    { kind: 'lines', level: undefined, lines: ['line 0', 'line 1'] },
    { kind: 'gap', count: 3 },
    { kind: 'lines', level: 'fail', lines: ['bad'] },
    { kind: 'gap', count: 2 },
  ]);
});

test('every line is printed or counted', () => {
  const lines = [...plain(30), { text: 'bad', level: 'warn' as const }];
  const seen = segmentLines(lines, 7).reduce(
    (sum, segment) => sum + (segment.kind === 'gap' ? segment.count : segment.lines.length),
    0,
  );

  expect(seen).toBe(31);
});

test('when the room of the report is used up, normal devices print only what was judged', () => {
  const report = sampleReport();
  const outputOf = judgedOutputs(report, { perCommand: 2000, perReport: 120 });
  const extents = report.devices.map((device) => device.commands.map((command) => outputOf(device, command).extent));

  expect(extents[0]?.every((extent) => extent === 'whole')).toBe(true);
  expect(extents[1]).toContain('judged');
});
