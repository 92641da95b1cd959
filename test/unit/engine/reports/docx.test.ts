import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../../shared/text-columns';
import { docx } from '../../../../electron/engine/reports/docx';
import { outputFaces } from '../../../../electron/engine/reports/docx/styles';
import { shades } from '../../../../electron/engine/reports/palette';
import type { Report } from '../../../../shared/model/report';
import { sampleReport } from '../../../support/sample-report';

async function parts(report: Report): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(await docx.write(report));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const documentXml = async (report = sampleReport()) => (await parts(report)).get('word/document.xml') ?? '';
const textOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);

test('the chapters stand in the document in their order', async () => {
  const text = textOf(await documentXml()).join('\n');
  const places = ['网络巡检报告', '概述', '存在的问题及建议', '设备巡检详情', '配置文件清单', '签字确认'].map((words) =>
    text.indexOf(words),
  );

  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain('本报告仅反映巡检时刻的状态');
});

test('every named font has a face for Chinese', async () => {
  const styles = (await parts(sampleReport())).get('word/styles.xml') ?? '';
  const fonts = styles.match(/<w:rFonts[^>]*>/g) ?? [];

  expect(fonts.length).toBeGreaterThan(5);
  expect(fonts.filter((font) => !/w:eastAsia="(Microsoft YaHei|NSimSun)"/.test(font))).toEqual([]);
  expect(styles).toMatch(/w:lang [^>]*w:eastAsia="zh-CN"/);
});

test('a judged line stands in the paper of its verdict beside its word', async () => {
  const rows = (await documentXml()).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  const row = rows.find((each) => each.includes('OVER THRESHOLD') && each.includes('w:val="Output"')) ?? '';

  expect(textOf(row)[0]).toBe('异常');
  expect(row.match(new RegExp(`w:fill="${shades.fail.paper}"`, 'g'))).toHaveLength(2);
});

test('no line of output is wider than its face allows', async () => {
  const paragraphs = (await documentXml()).match(/<w:p>.*?<\/w:p>/gs) ?? [];
  const tooWide = outputFaces.flatMap(({ style, columns }) =>
    paragraphs
      .filter((paragraph) => paragraph.includes(`w:pStyle w:val="${style}"`))
      .flatMap(textOf)
      .filter((line) => columnsOf(line) > columns),
  );

  expect(paragraphs.some((paragraph) => paragraph.includes('w:pStyle w:val="OutputSmall"'))).toBe(true);
  expect(tooWide).toEqual([]);
});

test('tables repeat their headings, and pages are numbered', async () => {
  const files = await parts(sampleReport());
  const footers = [...files].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);

  expect(files.get('word/document.xml')?.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(10);
  expect(footers.some((xml) => xml.includes('PAGE') && xml.includes('NUMPAGES'))).toBe(true);
});

test('control characters of a device do not reach the file', async () => {
  const report = sampleReport();
  const devices = report.devices.map((device) => ({
    ...device,
    commands: device.commands.map((command) => ({
      ...command,
      text: `\u0007bell\u001b[2J\u0000${command.text}\uFFFF`,
    })),
  }));
  const xml = await documentXml({ ...report, devices });

  expect(xml).toContain('bell');
  // XML 1.0, section 2.2.
  expect(xml).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
});

test('a very long output is cut and says where the whole text is', async () => {
  const report = sampleReport();
  const long = Array.from({ length: 2500 }, (_, index) => `entry ${index}`).join('\n');
  const devices = report.devices.map((device, index) =>
    index === 0 ? { ...device, commands: device.commands.map((command) => ({ ...command, text: long })) } : device,
  );
  const text = textOf(await documentXml({ ...report, devices })).join('\n');

  expect(text).toContain('entry 79');
  expect(text).not.toContain('entry 80');
  expect(text).toContain(
    '此处只列出前 80 行和有问题的行（共 2500 行）。全文见 transcripts/核心交换机-01/01-show-system.txt',
  );
});

test('a run that was stopped and devices without a result are said before the table', async () => {
  const report = sampleReport();
  const text = textOf(await documentXml({ ...report, run: { ...report.run, state: 'cancelled', devices: 15 } })).join(
    '\n',
  );

  expect(text).toContain('本次巡检被人工停止');
  expect(text).toContain('有 3 台设备没有结果');
});

test('the English report has no Chinese word of ours', async () => {
  const report = sampleReport({ locale: 'en', options: { ...sampleReport().options, customer: '', project: '' } });
  const text = textOf(await documentXml(report)).join('\n');

  expect(text).toContain('Problems and advice');
  expect(text).not.toMatch(/正常|异常|判不了|不适用|巡检人员/);
});
