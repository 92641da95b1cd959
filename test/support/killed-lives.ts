import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished } from 'vitest';
import { openLedger } from '../../electron/engine/store/ledger/open-ledger';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { startSinks } from '../../electron/lab/sinks/start-sinks';
import { temporaryFolder } from './store-parts';

/** So many places of one life are tried. */
export const points = 30;

/** One life of a program, to its end or to the place where it is killed. */
export type Life = (
  env: Readonly<Record<string, string>>,
) => Promise<{ readonly code: number | null; readonly said: string }>;

/** Two devices, two services, and what names them. */
export async function killedScene() {
  const folder = temporaryFolder();
  const fleet = await startFleet(
    ['SW-1', 'SW-2'].map((name) => ({ name, personality: 'os6860-aos8', password: `Killed.Anywhere-${name}` })),
  );
  const sinks = await startSinks();
  onTestFinished(async () => {
    await Promise.all([fleet.close(), sinks.close()]);
  });
  writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
  const wxpusher = { baseUrl: sinks.wxpusher.url, uids: ['UID_a'], topicIds: [] };
  const wecom = { baseUrl: sinks.wecom.url, corpId: 'ww1', agentId: 1, toUser: ['a'] };
  const channels = [
    { kind: 'wxpusher', name: 'no repetition is recognised', isEnabled: true, sendOn: 'always', options: wxpusher },
    { kind: 'wecom-app', name: 'repetitions are recognised', isEnabled: true, sendOn: 'always', options: wecom },
  ] as const;
  return { folder, sinks, channels };
}

/** Starts a program with the counting hook before it, and waits for its end. */
export function live(words: readonly string[], env: Readonly<Record<string, string>>): ReturnType<Life> {
  const child = spawn(process.execPath, ['--require', './test/support/kill-at.cjs', ...words], {
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

/** Places spread over all that one life changes, on the main thread and in the threads beside it. */
export async function placesOf(life: Life, counts: string): Promise<readonly string[]> {
  rmSync(counts, { force: true });
  const whole = await life({ XUNJIAN_TEST_COUNTS: counts });
  expect([whole.code, whole.said]).toEqual([0, expect.any(String)]);
  const lines = readFileSync(counts, 'utf8').trim().split('\n');
  const all = (thread: string) => lines.filter((line) => line === thread).map((_, index) => `${thread} ${index + 1}`);
  const places = [...all('main'), ...all('thread')];
  return Array.from({ length: points }, (_, index) => places[Math.floor((index * places.length) / points)] ?? 'main 1');
}

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** Texts of a run's folder as they are when whole; what is on its way has a hidden name. */
export function wholeTexts(folder: string): ReadonlyMap<string, string> {
  const shown = ['transcripts', 'configs'].flatMap((part) => filesBelow(join(folder, part)));
  return new Map(
    shown
      .filter((path) => !path.slice(folder.length).includes('/.'))
      // Devices print the time.
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8').replaceAll(/\d+/g, '0')]),
  );
}

/** Files that are there and are not whole. */
export function halfFiles(folder: string, reference: ReadonlyMap<string, string>): readonly string[] {
  const texts = [...wholeTexts(folder)].filter(([path, text]) => reference.get(path) !== text).map(([path]) => path);
  const reports = ['report.json', 'report.html', 'report.docx', 'bundle.zip'].filter((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) return false;
    try {
      if (name === 'report.json') JSON.parse(readFileSync(path, 'utf8'));
      else if (name === 'report.html') return !readFileSync(path, 'utf8').trimEnd().endsWith('</html>');
      else unzipSync(readFileSync(path));
      return false;
    } catch {
      return true;
    }
  });
  return [...texts, ...reports];
}

function tally(data: string, sinks: Awaited<ReturnType<typeof startSinks>>) {
  const { ledger } = openLedger(join(data, 'ledger.sqlite'));
  const runs = ledger.runs.list(1000);
  const entries = runs.flatMap(({ id }) => ledger.outbox.ofRun(id));
  ledger.close();
  const of = (kind: string, state: string) =>
    entries.filter(({ channelKind, state: each }) => channelKind === kind && each === state).length;
  const arrived = { wxpusher: sinks.wxpusher.received.length, wecom: sinks.wecom.received.length };
  const uncertain = of('wxpusher', 'uncertain');
  const accepted = { wxpusher: of('wxpusher', 'accepted'), wecom: of('wecom-app', 'accepted') };
  return {
    runs: runs.length,
    untold: runs.filter(({ id, state }) => state === 'running' || !entries.some(({ runId }) => runId === id)).length,
    entries: entries.length,
    // Told as arrived and not there, or neither arrived nor told as uncertain.
    lost:
      Math.max(0, accepted.wxpusher - arrived.wxpusher) +
      Math.max(0, accepted.wecom - arrived.wecom) +
      entries.filter(({ state }) => state === 'refused').length,
    uncertain,
    waiting: entries.filter(({ state }) => state === 'queued' || state === 'sending').length,
    doubled:
      Math.max(0, arrived.wxpusher - accepted.wxpusher - uncertain) + Math.max(0, arrived.wecom - accepted.wecom),
  };
}

/** Kills one life at each place, and looks at what it left. Returns the places where it was killed indeed. */
export async function killAtEach(
  places: readonly string[],
  life: Life,
  look: (place: string) => void,
): Promise<readonly string[]> {
  const killed: string[] = [];
  for (const place of places) {
    const { code } = await life({ XUNJIAN_TEST_KILL_AT: place });
    if (code === null) killed.push(place);
    look(place);
  }
  return killed;
}

/** Lives on until no message waits for its turn: one that was cut off is tried again after some seconds, and a life is short. */
export async function liveOn(life: Life, data: string, sinks: Awaited<ReturnType<typeof startSinks>>) {
  for (let lives = 1; ; lives += 1) {
    const last = await life({});
    const sums = tally(data, sinks);
    if (sums.waiting === 0 || lives === 60) return { last, sums };
  }
}

/** What killed writers left. */
export const leftovers = (folder: string) =>
  filesBelow(folder).filter((path) => /\.xunjian-[0-9a-f]{20}\.part/.test(path));

/** The name of a channel's secret. */
export const secretOf = (kind: 'wxpusher' | 'wecom-app'): string => (kind === 'wxpusher' ? 'appToken' : 'corpSecret');
