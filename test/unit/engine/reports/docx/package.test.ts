import { expect, test } from 'vitest';
import { docx } from '../../../../../electron/engine/reports/docx';
import { documentOf, fillPackage } from '../../../../../electron/engine/reports/docx/package';
import { sampleDevices } from '../../../../support/sample-devices';
import { sampleReport } from '../../../../support/sample-report';

const namesOf = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, name]) => name);

test('every link in the Word report leads to a bookmark, and no two bookmarks share a name or number', async () => {
  const xml = documentOf(await docx.write(sampleReport()));
  const bookmarks = namesOf(xml, /<w:bookmarkStart w:name="([^"]+)"/g);
  const numbers = namesOf(xml, /<w:bookmarkStart w:name="[^"]+" w:id="(\d+)"/g);

  expect(new Set(bookmarks).size).toBe(sampleDevices().length);
  expect(new Set(numbers).size).toBe(bookmarks.length);
  expect(bookmarks).toEqual(expect.arrayContaining(namesOf(xml, /<w:hyperlink w:history="1" w:anchor="([^"]+)"/g)));
});

test('every element of the document is closed in its order', async () => {
  const xml = documentOf(await docx.write(sampleReport()));
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (!rest.endsWith('/')) open.push(name);
  }

  expect(open).toEqual([]);
  expect(xml.match(/<w:sectPr>/g)).toHaveLength(1);
});

test('device text is text, whatever it says', async () => {
  const devices = sampleDevices().map((device, index) =>
    index === 0 ? { ...device, name: `A<b>&"'\u0001</w:p>` } : device,
  );
  const xml = documentOf(await docx.write(sampleReport({}, devices)));

  expect(xml).toContain('A&lt;b&gt;&amp;&quot;&#39;&lt;/w:p&gt;');
  expect(xml).not.toContain('\u0001');
});

test('the same report gives the same text', async () => {
  const report = sampleReport();

  expect(documentOf(await docx.write(report))).toBe(documentOf(await docx.write(report)));
});

test('a body of many pieces comes whole and in order', async () => {
  const shell = await docx.write(sampleReport());
  const pieces = Array.from({ length: 5000 }, (_, index) => `<w:p>${index}</w:p>`);
  const xml = documentOf(await fillPackage(shell, pieces, 0));

  expect(xml.slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('<w:sectPr>'))).toBe(pieces.join(''));
});
