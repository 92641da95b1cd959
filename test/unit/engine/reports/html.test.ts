import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../../electron/engine/reports/html';
import { escapeHtml } from '../../../../electron/engine/reports/html/escape';
import type { Report } from '../../../../shared/model/report';
import { sampleDevices } from '../../../support/sample-devices';
import { sampleReport } from '../../../support/sample-report';

const page = async (report: Report) => new TextDecoder().decode(await html.write(report));
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The report of one device that says `text` wherever a device or a person can say something. */
function hostile(text: string): Report {
  const [base] = sampleReport().devices;
  if (base === undefined) throw new Error('the sample has no device');
  const device = {
    ...base,
    name: text,
    host: text,
    group: text,
    platformLabel: text,
    problem: text,
    hostKey: text,
    commands: base.commands.map((command) => ({ ...command, command: text, text, transcript: text })),
    findings: base.findings.map((finding) => ({
      ...{ ...finding, subject: text, title: text, sentence: text, advice: text, value: text, limit: text },
      proof: { command: text, line: text },
    })),
    files: base.files.map((file) => ({ ...file, path: text })),
  };
  const options = { customer: text, project: text, inspector: text, confidentiality: text, formats: [] };
  return { ...sampleReport(), devices: [device], options };
}

const tagsOf = (text: string) => text.match(/<\/?[a-z][^\s>]*/gi) ?? [];

test('device text never becomes a tag or an attribute', async () => {
  const plain = tagsOf(await page(hostile('text')));
  const sign = fc.constantFrom('<', '>', '"', "'", '&', '`', '=', 'script', 'img onerror', '</pre>', '-->', ' ', 'x');

  await fc.assert(
    fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 12 }), async (signs) => {
      expect(tagsOf(await page(hostile(`x${signs.join('')}x`)))).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});

test('escaped text has none of the five signs', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escapeHtml(text).replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<>"']/);
    }),
  );
});

test('only the style and the script that the policy names by hash are in the page', async () => {
  const text = await page(sampleReport());
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(text)?.[1] ?? '';
  const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, content = '']) => hashOf(content));
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, content = '']) => hashOf(content));

  expect(policy).toContain("default-src 'none'");
  expect(styles.map((hash) => policy.includes(`style-src ${hash}`))).toEqual([true]);
  expect(scripts.map((hash) => policy.includes(`script-src ${hash}`))).toEqual([true]);
  expect(text).not.toMatch(/\s(style|on\w+)=/);
  expect(text).not.toMatch(/(src|href)="(?!#)/);
});

test('each verdict has a filter with its count, and each device its verdict', async () => {
  const text = await page(sampleReport());

  expect(
    [...text.matchAll(/<label for="f-(\w+)">[^<]*<b>(\d+)<\/b>/g)].map(([, id, count]) => `${id} ${count}`),
  ).toEqual(['all 12', 'fail 3', 'warn 1', 'unknown 3', 'pass 5']);
  expect(text.match(/data-verdict="fail"/g)).toHaveLength(3);
});

test('everything is open where no script runs', async () => {
  const details = (await page(sampleReport())).match(/<details[^>]*>/g) ?? [];

  expect(details.length).toBeGreaterThan(sampleDevices().length);
  expect(details.filter((tag) => !/\sopen[\s>]/.test(tag))).toEqual([]);
});

test('a judged line carries its word, in both languages', async () => {
  const line = '1/CMMA            75';
  const wordOf = (text: string) => new RegExp(`<span class="w">([^<]+)</span\\s*> ${line}`).exec(text)?.[1];

  expect(wordOf(await page(sampleReport()))).toBe('异常');
  expect(wordOf(await page(sampleReport({ locale: 'en' })))).toBe('Fail');
});

test('output keeps its blanks and line breaks', async () => {
  const text = await page(sampleReport());

  expect(text).toContain(
    'CMM                    Current   1 Min    1 Hr   1 Day\nResources                         Avg',
  );
});
