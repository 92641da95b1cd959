import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors';
import { readInventory } from '../engine/inventory/read-inventory';
import { parseFile } from './arguments';
import { exitCodes, processConsole } from './console';
import { problemLine, typeIds } from './inventory-file';

/** `headless import`: what importing a file would do, without passwords. Nothing is saved. */
export async function importCommand(words: readonly string[]): Promise<number> {
  const { file, json, locale = 'zh-CN' } = parseFile(words);
  const console = processConsole(locale);
  const { preview } = await readInventory(await contentOf(file), basename(file), [], typeIds());
  const usable = preview.rows.filter(({ isUsable }) => isUsable).length;
  if (json) console.json(preview);
  else {
    for (const { sheet, row, device, isUsable, effect } of preview.rows) {
      const { name, protocol, host, port, platform } = device;
      console.out(
        [`${sheet}:${row}`, isUsable ? effect : '-', name, `${protocol}://${host}:${port}`, platform].join('\t'),
      );
    }
    for (const problem of preview.problems) console.out(problemLine(problem, locale));
  }
  console.say('cli.import.counts', { rows: preview.rows.length, usable, problems: preview.problems.length });
  return usable > 0 ? exitCodes.allPass : exitCodes.usage;
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new AppError('inventory.unreadable', { file, detail }, { cause });
  }
}
