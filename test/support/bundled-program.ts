import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { onTestFinished } from 'vitest';

/** Libraries that the build keeps apart as well. */
const apart = ['@photostructure/sqlite', 'ssh2', '@e965/xlsx', 'docx', 'nodemailer', 'basic-ftp', 'electron-store'];

/** A program of the tests as one file that plain Node runs, with the build's program for its threads; gone after the test. */
export function bundledProgram(source: string): string {
  const folder = join(process.cwd(), '.cache');
  const outfile = join(folder, `${basename(source, '.ts')}-${process.pid}.cjs`);
  mkdirSync(folder, { recursive: true });
  onTestFinished(() => rmSync(outfile, { force: true }));
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: apart,
    define: { 'process.env.XUNJIAN_WORKER': JSON.stringify('../dist/worker.cjs') },
    logLevel: 'error',
  });
  return outfile;
}
