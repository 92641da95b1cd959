import { expect, test } from 'vitest';
import { contradiction } from '../../../../electron/engine/text/contradiction';

test.each([
  ['Average cpu utilization :  5%\nAverage cpu utilization : 99%\n', 'Average cpu utilization :  5%'],
  [
    '    Current state                  Master\n    Current state                  Failed\n',
    'Current state                  Master',
  ],
  ['CPU states: 1% idle\n\nCPU states: 99% idle\n', 'CPU states: 1% idle'],
])('two values of one label contradict each other: %j', (text, read) => {
  expect(contradiction(text, new Set([read]))).toBe(text.trim().split(/\n+/)[1]?.trim());
});

test.each([
  ['both were read', 'Fan: OK\nFan: Failed\n', ['Fan: OK', 'Fan: Failed']],
  ['the same words twice', 'Fan: OK\nFan: OK\n', ['Fan: OK']],
  ['rows of a table', 'P0    Temp 1    Normal   24\nP0    Vin       Normal  230\n', ['P0    Temp 1    Normal   24']],
  ['another label', 'Used memory: 30%\nTotal memory: 100%\n', ['Used memory: 30%']],
])('%s: no contradiction', (_what, text, read) => {
  expect(contradiction(text, new Set(read))).toBeUndefined();
});
