import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { SessionTraits } from '../../../electron/engine/session/traits';
import { openSession } from '../../../electron/engine/access/open-session';
import { SessionError, type HostKeyRecord, type SessionOptions } from '../../../electron/engine/session/session';
import { systemClock } from '../../../electron/node-clock';
import type { Attempt, Attempted } from './attempt';

// Logs in to each server of a file and prints one line of JSON for each; the same bundle runs in Node and in Electron.

const traits: SessionTraits = {
  pagerOff: [],
  prompt: /[>#] ?$/,
  refusals: [],
  pagers: [],
  noise: [],
  logout: 'exit',
  enable: undefined,
};

function options(): SessionOptions {
  const keys: HostKeyRecord[] = [];
  const quiet = () => undefined;
  return {
    budgets: { connectMs: 8000, commandMs: 8000, fileMs: 8000, deviceMs: 60_000 },
    traits,
    hostKeys: { find: () => undefined, trustNew: (record) => keys.push(record) > 0 },
    clock: systemClock,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    signal: new AbortController().signal,
    onPhase: quiet,
  };
}

async function attempt({ id, target, command }: Attempt): Promise<Attempted> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = systemClock.elapsed();
  const failed = (error: string): Attempted => {
    const firstPromptMs = Math.round(systemClock.elapsed() - startedAt);
    return { id, error, firstPromptMs, blockedMs: 0, prompt: '', weak: [], output: '', end: 'unknown' };
  };
  try {
    const session = await openSession(target, options());
    const firstPromptMs = Math.round(systemClock.elapsed() - startedAt);
    delay.disable();
    const { text, end } = await session.run(command);
    await session.close();
    const { prompt, weakAlgorithms = [] } = session;
    const blockedMs = Math.round(delay.max / 1e6);
    return { id, error: null, firstPromptMs, blockedMs, prompt, weak: weakAlgorithms, output: text, end };
  } catch (error) {
    // What went wrong is a cell of the table.
    if (!(error instanceof SessionError)) return failed(String(error));
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return failed(`${error.code} in ${error.phase}${cause}`);
  }
}

async function main(): Promise<void> {
  const file = process.argv.findLast((word) => word.endsWith('.attempts.json')) ?? '';
  // Written by the test that started us.
  const attempts = JSON.parse(readFileSync(file, 'utf8')) as readonly Attempt[];
  for (const each of attempts) process.stdout.write(`${JSON.stringify(await attempt(each))}\n`);
}

const run = async (): Promise<void> => {
  if (process.versions['electron'] === undefined) return main();
  const { app } = await import('electron');
  await app.whenReady();
  await main();
  app.exit(0);
};
run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
