import { extname } from 'node:path';
import { AppError } from '../shared/errors';
import { translate } from '../shared/i18n/translate';
import { benchArguments } from './bench/arguments';
import { benchTable } from './bench/bench-table';
import { runBench, type BenchResult } from './bench/run-bench';

/** Measures the command line against simulated devices; returns the exit code. */
export async function bench(words: readonly string[], nodeOptions: readonly string[] = []): Promise<number> {
  const [role, ...rest] = words;
  // The benchmark's own processes; loaded only there, so that the measured ones stay small.
  if (role === 'fleet-process') return (await import('./bench/serve-fleet')).serveFleet();
  if (role === 'least-client') return (await import('./bench/least-client')).leastClient(rest);
  try {
    const args = benchArguments(words);
    if (args.isHelp) {
      print(translate(args.locale, 'bench.help'));
      return 0;
    }
    const headless = new URL(`./headless${extname(import.meta.url)}`, import.meta.url).href;
    const result = await runBench(args, { bench: import.meta.url, headless, nodeOptions });
    print(benchTable(result, args.locale));
    print(translate(args.locale, 'bench.written', { path: args.jsonOut }));
    return exitCodeOf(result);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    print(translate(words.includes('en') ? 'en' : 'zh-CN', `error.${error.code}`, error.params));
    return 64;
  }
}

/** 1 when something was read wrongly, whatever the speed: a fast wrong answer is no result. */
function exitCodeOf({ ours, least }: BenchResult): number {
  if (ours.exitCode >= 64) return 70;
  const isRight = ours.wrongOutputs === 0 && ours.falseGreens === 0 && (least?.exitCode ?? 0) === 0;
  return isRight ? 0 : 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
