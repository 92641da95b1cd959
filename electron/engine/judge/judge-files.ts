import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors';
import { decodeOutput } from '../command-line/decode';
import { judgeText, type JudgedText, type JudgeTextInput } from './judge-text';

/** A file with one saved answer, or with a session of several. */
export type SavedFile = { readonly file: string; readonly text: string };

/** Judges saved answers offline, file by file, in the order of their names. @throws AppError `args.invalid` */
export async function* judgeFiles(
  input: JudgeTextInput & { readonly paths: readonly string[] },
): AsyncGenerator<JudgedText> {
  for await (const { file, text } of savedFiles(input.paths)) yield* judgeText(file, text, input);
}

/**
 * Reads saved texts in the order of their names.
 *
 * @param paths files, or folders laid out `<platform>/<command-with-dashes>/<name>.txt` or, for whole sessions,
 *   `<platform>/<name>.log`
 * @throws AppError `args.invalid` for a path that is not there
 */
export async function* savedFiles(paths: readonly string[]): AsyncGenerator<SavedFile> {
  for (const path of paths) {
    for await (const file of filesBelow(path)) {
      yield { file, text: decodeOutput(await readFile(file)).text.replace(/^\uFEFF/, '') };
    }
  }
}

async function* filesBelow(path: string): AsyncGenerator<string> {
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    (cause: unknown) => {
      throw new AppError('args.invalid', { detail: path }, { cause });
    },
  );
  if (!isFolder) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesBelow(join(path, entry.name));
    else if (entry.isFile() && /\.(?:txt|log)$/i.test(entry.name)) yield join(path, entry.name);
  }
}
