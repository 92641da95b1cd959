import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** Something that a file exports. */
export type ExportedName = {
  readonly file: string;
  readonly name: string;
  /** A type may be exported only to name what a function takes or gives. */
  readonly isType: boolean;
};

const everything = '*';
const key = (file: string, name: string): string => `${file}#${name}`;

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesExported(node: ts.Statement): readonly { readonly name: string; readonly isType: boolean }[] {
  if (ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamedExports(node.exportClause)) {
    return node.exportClause.elements.map(({ name }) => ({ name: name.text, isType: false }));
  }
  if (!isExported(node)) return [];
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => ({ name: name.getText(), isType: false }));
  }
  if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node))
    return [{ name: node.name.text, isType: true }];
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
    return [{ name: node.name?.text ?? '', isType: false }];
  }
  return [];
}

function namesTaken(node: ts.Node): readonly [specifier: string, names: readonly string[]] | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const bindings = node.importClause?.namedBindings;
    const isNamed = bindings !== undefined && ts.isNamedImports(bindings);
    const names = isNamed ? bindings.elements.map((each) => (each.propertyName ?? each.name).text) : [everything];
    return [node.moduleSpecifier.text, names];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    const isNamed = node.exportClause !== undefined && ts.isNamedExports(node.exportClause);
    const names = isNamed
      ? (node.exportClause as ts.NamedExports).elements.map((each) => (each.propertyName ?? each.name).text)
      : [everything];
    return [node.moduleSpecifier.text, names];
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    return specifier !== undefined && ts.isStringLiteralLike(specifier) ? [specifier.text, [everything]] : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return [node.argument.literal.text, [everything]];
  }
  return undefined;
}

/** Exports that no other file takes, in the order of the files. Imports are read as text; nothing is compiled. */
export function unusedExports(files: readonly string[]): readonly ExportedName[] {
  const known = new Set(files);
  const taken = new Set<string>();
  const exported: ExportedName[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    exported.push(...source.statements.flatMap(namesExported).map((each) => ({ file, ...each })));
    const visit = (node: ts.Node): void => {
      const [specifier, names] = namesTaken(node) ?? ['', []];
      if (specifier.startsWith('.')) {
        const path = join(dirname(file), specifier).replaceAll('\\', '/');
        const target = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((each) => known.has(each));
        if (target !== undefined) for (const name of names) taken.add(key(target, name));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return exported.filter(({ file, name }) => !taken.has(key(file, name)) && !taken.has(key(file, everything)));
}
