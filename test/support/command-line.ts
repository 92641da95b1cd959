import { spawn } from 'node:child_process';

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Starts a command in this project and waits for its end. */
export function ended(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject).once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

/** The words of a line as a shell reads them: blanks part them, double quotes hold them together, `#` ends the line. */
export function shellWords(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(#.*)|(\S+)/g)];
  return words.flatMap(([, quoted, comment, plain]) => (comment === undefined ? [quoted ?? plain ?? ''] : []));
}
