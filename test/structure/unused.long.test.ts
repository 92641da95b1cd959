import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN';
import { unusedExports } from '../support/exported-names';
import { sourceFiles } from '../support/source-files';

const generated = ['electron/engine/registries.generated.ts'];
/** What the scripts of build/ call in the bundle. */
const entries = ['electron/bench.ts: bench', 'electron/headless.ts: headless'];

/** How often a name stands in a file. */
const timesIn = (file: string, name: string): number =>
  readFileSync(file, 'utf8').split(new RegExp(`\\b${name}\\b`)).length - 1;

test('every export is taken by another file; a type may also name what an export takes or gives', () => {
  const files = [...sourceFiles(['shared', 'electron', 'renderer', 'build', 'test']), ...generated];
  const found = unusedExports(files)
    .filter(({ file, name, isType }) => !generated.includes(file) && !(isType && timesIn(file, name) > 1))
    .map(({ file, name }) => `${file}: ${name}`);

  expect(found.filter((each) => !entries.includes(each))).toEqual([]);
});

test('every text is asked for: by its whole key, or by a key put together of words that stand in the code', () => {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const files = sourceFiles(['shared', 'electron', 'renderer']).filter((file) => !/^shared\/i18n\/.+\//.test(file));
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) literals.add(node.text);
      if (ts.isTemplateExpression(node) && /^[a-z][\w-]*\./.test(node.head.text)) {
        const fixed = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
        const escaped = fixed.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
        patterns.push(new RegExp(`^${escaped.join('(.+)')}$`), new RegExp(`^${escaped.join('(.+?)')}$`));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const isPutTogether = (key: string): boolean =>
    patterns.some(
      (pattern) =>
        pattern
          .exec(key)
          ?.slice(1)
          .every((word) => literals.has(word)) === true,
    );

  expect(Object.keys(zhCN).filter((key) => !literals.has(key) && !isPutTogether(key))).toEqual([]);
});
