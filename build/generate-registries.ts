import { readdirSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The families: folder, base file, and the type of a member. Members of vendors stand in folders of their own. */
const families = [
  { folder: 'vendors', base: 'platform', type: 'Platform', list: 'platforms' },
  { folder: 'checks', base: 'check', type: 'Check', list: 'checks' },
  { folder: 'channels', base: 'channel', type: 'Channel', list: 'channels' },
  { folder: 'reports', base: 'format', type: 'Format', list: 'formats' },
] as const;

const engine = join(process.cwd(), 'electron', 'engine');
const target = join(engine, 'registries.generated.ts');

/** A member file exports a constant made by its family's `define…`; its name is read from the text. */
function memberOf(path: string, type: string): string | undefined {
  const match = new RegExp(`export const (\\w+) = define${type}\\(`).exec(readFileSync(path, 'utf8'));
  return match?.[1];
}

function render(): string {
  const imports: string[] = [];
  const lists: string[] = [];
  for (const { folder, base, type, list } of families) {
    const members = readdirSync(join(engine, folder), { encoding: 'utf8', recursive: true })
      .map((file) => file.replaceAll(sep, '/'))
      .filter((file) => file.endsWith('.ts') && file !== `${base}.ts`)
      .sort()
      .flatMap((file) => {
        const name = memberOf(join(engine, folder, file), type);
        if (name === undefined) return [];
        imports.push(`import { ${name} } from './${folder}/${file.replace(/\.ts$/, '')}';`);
        return [name];
      });
    imports.push(`import type { ${type} } from './${folder}/${base}';`);
    lists.push(
      `export const ${list}: readonly ${type}[] = [${members.map((name) => `${name} as ${type}`).join(', ')}];`,
    );
  }
  return ['// Written by `npm run generate`. Do not edit.', ...imports, '', ...lists, ''].join('\n');
}

const text = render();
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('registries.generated.ts does not match the folders: run `npm run generate`');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
  console.log(`wrote ${target}`);
}
