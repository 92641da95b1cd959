import { expect, test } from 'vitest';
import { cutOffMessage, runSummaryMessage, testMessage } from '../../../../electron/engine/delivery/compose-message';
import { localMinute } from '../../../../electron/engine/delivery/message-digest';
import { oneLine } from '../../../../electron/engine/delivery/message-lines';
import { sampleReport } from '../../../support/sample-report';

const bundle = [{ name: 'bundle.zip', path: '/runs/1/bundle.zip', bytes: 1_234_567 }];
const startedAt = Date.UTC(2026, 10, 22, 1, 3, 0);
const stamp = localMinute(startedAt).slice(5);

test('the notice tells all four counts, then the worst line and the next worst', () => {
  const { notice, title } = runSummaryMessage(sampleReport(), 'zh-CN', bundle);

  expect(title).toBe(`【异常】江城市第一人民医院 网络巡检 ${stamp}`);
  expect(notice).toBe(
    '12 台：正常 5 · 注意 1 · 异常 3 · 判不了 3。核心交换机-01：CPU 利用率 91 %，已达到或超过限值；急诊接入-07：192.0.2.15:22 在 15 秒内没有应答',
  );
  expect(Array.from(notice).length).toBeLessThanOrEqual(100);
});

test('English says the same in the same order', () => {
  const report = sampleReport({ locale: 'en', problem: () => 'No answer. Check the route.' });

  const { notice, title, text } = runSummaryMessage(report, 'en', bundle);

  expect(title).toBe(`[Fail] 江城市第一人民医院: network inspection ${stamp}`);
  expect(notice).toMatch(/^12 devices: Pass 5 · Warning 1 · Fail 3 · Unknown 3\. 核心交换机-01: CPU load 91 %/);
  expect(text).toContain('Not applicable: 7');
  expect(text).not.toMatch(/[：；。【】]/);
});

test.each(['text', 'markdown'] as const)('%s opens with the notice', (form) => {
  const message = runSummaryMessage(sampleReport(), 'zh-CN', bundle);

  expect(message[form].startsWith(`${message.notice}\n`)).toBe(true);
  expect(message.html).toContain(message.notice);
});

test('the text goes from the worst device to the normal ones, with what the devices said', () => {
  const { text } = runSummaryMessage(sampleReport(), 'zh-CN', bundle);
  const heads = text.split('\n').filter((line) => /^【|^正常：/.test(line));

  expect(heads.map((line) => line.slice(0, 4))).toEqual([
    '【异常】',
    '【异常】',
    '【异常】',
    '【注意】',
    '【判不了',
    '【判不了',
    '【判不了',
    '正常：核',
  ]);
  expect(text).toContain('- CPU 利用率 91 %，已达到或超过限值。\n  > CPU 91 91 91 91');
  expect(text).toContain('不适用 7 项');
  expect(text).toContain('bundle.zip 1.2 MB');
});

test('the message of a run has one id, and one of its own when it is sent again', () => {
  const report = sampleReport();

  expect(runSummaryMessage(report, 'zh-CN', []).id).toBe('run-20261122-090300-k3f9');
  expect(runSummaryMessage(report, 'zh-CN', [], 1_795_000_000_000)).toMatchObject({
    id: 'run-20261122-090300-k3f9-again-1795000000000',
    text: expect.stringContaining('再次发送'),
  });
});

test('what a device printed is text and nothing else in HTML and markdown', () => {
  const report = sampleReport();
  const [first] = report.devices;
  if (first === undefined) throw new Error('no device');
  const [finding] = first.findings;
  if (finding === undefined) throw new Error('no finding');
  const evil = {
    ...finding,
    level: 'fail' as const,
    proof: { command: 'show fan', line: '<script>x</script> **b** [a](http://h) \u001b[31m\n2' },
  };
  const device = { ...first, name: '<img src=x>', verdict: 'fail' as const, findings: [evil] };

  const { html, markdown, text } = runSummaryMessage({ ...report, devices: [device] }, 'zh-CN', []);

  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('&lt;script&gt;');
  expect(markdown).not.toMatch(/<script|\]\(http|\*\*b\*\*/);
  expect([html, markdown, text].join('')).not.toMatch(/\u001b/);
});

test('HTML is one piece: no script, no outside reference, no style sheet', () => {
  const { html } = runSummaryMessage(sampleReport(), 'zh-CN', bundle);

  expect(html).not.toMatch(/<script|<link|<style|<img|https?:|url\(/);
  expect(html.split('<table').length).toBe(html.split('</table>').length);
  expect(html.split('<div').length).toBe(html.split('</div>').length);
});

test('all normal is said without a word too much', () => {
  const report = sampleReport();
  const devices = report.devices.filter(({ verdict }) => verdict === 'pass');
  const counts = { pass: devices.length, warn: 0, fail: 0, unknown: 0 };

  const { title, notice } = runSummaryMessage({ ...report, devices, counts }, 'zh-CN', []);

  expect(title).toMatch(/^【正常】/);
  expect(notice).toBe('5 台：正常 5 · 注意 0 · 异常 0 · 判不了 0');
});

test('a thousand broken devices make a message that still can be sent', () => {
  const report = sampleReport();
  const broken = report.devices.filter(({ verdict }) => verdict === 'fail');
  const devices = broken
    .flatMap((device) => Array.from({ length: 400 }, (_, index) => ({ ...device, name: `SW-${index}` })))
    .slice(0, 1000);

  const message = runSummaryMessage(
    { ...report, devices, counts: { pass: 0, warn: 0, fail: 1000, unknown: 0 } },
    'zh-CN',
    [],
  );

  expect(Array.from(message.notice).length).toBeLessThanOrEqual(100);
  expect(message.html.length).toBeLessThan(80_000);
  expect(message.text).toContain('另有 960 台不正常，见报告。');
});

test('a run without a single result is never called normal', () => {
  const report = sampleReport();
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };

  const { title, text } = runSummaryMessage({ ...report, devices: [], counts }, 'zh-CN', []);

  expect(title).toMatch(/^【判不了】/);
  expect(text).toContain('另有 12 台没有结果。');
});

test('a stopped run says so first', () => {
  const report = sampleReport();

  const { notice } = runSummaryMessage({ ...report, run: { ...report.run, state: 'cancelled' } }, 'zh-CN', []);

  expect(notice).toMatch(/^巡检被停止，12 台：/);
});

test('a run that was cut off counts what it had, under the id of the run', () => {
  const { run } = sampleReport();
  const message = cutOffMessage(run, ['pass', 'fail'], 'zh-CN');

  expect(message).toMatchObject({
    id: `run-${run.id}`,
    runId: run.id,
    title: `【中断】网络巡检 ${stamp}`,
    notice: '巡检中断：应检 12 台，完成 2 台（正常 1 · 注意 0 · 异常 1 · 判不了 0），10 台没有结果。',
  });
  expect(message.text.startsWith(message.notice)).toBe(true);
  expect(cutOffMessage(run, [], 'en').notice).toContain('12 without a result');
});

test('two test messages are never the same, for services drop repetitions', () => {
  const first = testMessage('zh-CN', startedAt);
  const second = testMessage('zh-CN', startedAt + 1000);

  expect(first.text).not.toBe(second.text);
  expect(first.id).not.toBe(second.id);
});

test('one line of a device stays one line', () => {
  expect(oneLine('  a\r\n\tb \u0007 c  ', 10)).toBe('a b c');
  expect(oneLine('核心交换机', 3)).toBe('核心…');
});
