import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files';

/** Names that a file exports, each with whether it is told what it is; a type and a schema of one name are one. */
function exportsOf(file: string): ReadonlyMap<string, boolean> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, boolean>();
  for (const statement of source.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true) continue;
    const isTold = ts.getJSDocCommentsAndTags(statement).length > 0;
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : 'name' in statement
        ? [(statement as ts.DeclarationStatement).name?.getText() ?? '']
        : [];
    for (const name of names) found.set(name, isTold || found.get(name) === true);
  }
  return found;
}

test('everything that window and main share says what it is', () => {
  const files = sourceFiles(['shared']).filter((file) => !file.startsWith('shared/i18n/'));
  const untold = files.flatMap((file) =>
    [...exportsOf(file)].filter(([, isTold]) => !isTold).map(([name]) => `${file}: ${name}`),
  );

  expect(files.length).toBeGreaterThan(20);
  expect(untold).toEqual([]);
});
