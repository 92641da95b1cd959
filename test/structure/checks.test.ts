import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files';

/** Words in capitals are the devices': ours are small, and units begin with a small letter or are one. */
const deviceWord = /^[A-Z][A-Z]{2,}(?:[ -][A-Z]+)*$/;

function literalsOf(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

test("no check knows a device's word", () => {
  const words = sourceFiles(['electron/engine/checks']).flatMap((file) =>
    literalsOf(file)
      .filter((text) => deviceWord.test(text))
      .map((text) => `${file}: ${text}`),
  );

  // The name of a protocol, as the report calls it in both languages.
  expect(words.filter((each) => !each.endsWith(': NTP'))).toEqual([]);
});
