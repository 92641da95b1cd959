import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { sourceFiles } from '../source-files';

/** A pattern of the product, and where it stands. */
export type FoundPattern = { readonly where: string; readonly source: string; readonly flags: string };

/** Every pattern that stands in the code of these folders as a literal. */
export function patternsInCode(folders: readonly string[]): readonly FoundPattern[] {
  return sourceFiles(folders).flatMap((file) => {
    const found: FoundPattern[] = [];
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const end = node.text.lastIndexOf('/');
        found.push({ where: `${file}:${line}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** Every pattern that is used while something runs: those that are put together at run time as well. */
export function patternsUsedBy(work: () => void): readonly FoundPattern[] {
  const found = new Map<string, FoundPattern>();
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function seen(this: RegExp, text: string) {
    const { source, flags } = this;
    const key = `/${source}/${flags}`;
    if (!found.has(key)) found.set(key, { where: 'put together at run time', source, flags });
    return exec.call(this, text);
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return [...found.values()];
}
