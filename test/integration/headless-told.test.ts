import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger } from '../../electron/engine/store/ledger/open-ledger';
import type { LabDevice } from '../../electron/lab/device-spec';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { startSinks, type Sinks } from '../../electron/lab/sinks/start-sinks';
import { withFleet } from '../support/lab';
import { runHeadless, type HeadlessResult } from '../support/run-headless';

const env = { TEST_TOKEN: 'AT_toldTestToken' };
let folder: string;
let sinks: Sinks;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-told-'));
  sinks = await startSinks();
});

afterEach(async () => {
  await sinks.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the files of a run and gives its words. */
function wordsFor(devices: readonly LabDevice[], settings: object = {}): string[] {
  const options = { baseUrl: sinks.wxpusher.url, uids: ['UID_a'] };
  const wxpusher = { kind: 'wxpusher', name: '微信', options, secrets: { appToken: { env: 'TEST_TOKEN' } } };
  writeFileSync(join(folder, 'i.json'), inventoryFile(devices));
  writeFileSync(join(folder, 's.json'), JSON.stringify({ channels: [wxpusher], ...settings }));
  const files = ['--inventory', join(folder, 'i.json'), '--settings', join(folder, 's.json')];
  return ['run', ...files, '--out', join(folder, 'out'), '--json', '--accept-new-host-keys'];
}

const named = ({ events }: HeadlessResult, name: string) => events.filter(({ event }) => event === name);

/** Calls once, when something has come true outside this process. */
function once(isTrue: () => boolean, act: () => void): void {
  const look = setInterval(() => {
    if (!isTrue()) return;
    clearInterval(look);
    act();
  }, 10);
}

test('SIGTERM while a message is sent: the counts are told once, and the next run takes the message up', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    const words = wordsFor(fleet.devices);
    sinks.wxpusher.behave({ kind: 'silent' });
    let signalledAt = Infinity;

    const result = await runHeadless(words, {
      env,
      onLine: (line, kill) => {
        if (line.includes('run-started'))
          once(
            () => sinks.wxpusher.calls.length > 0,
            () => {
              signalledAt = performance.now();
              kill('SIGTERM');
            },
          );
      },
    });

    expect(result.code).toBe(143);
    // Not the twenty seconds that the silent service would be waited for.
    expect(performance.now() - signalledAt).toBeLessThan(10_000);
    expect(named(result, 'run-finished')).toEqual([
      expect.objectContaining({
        ...{ pass: 1, warn: 0, fail: 0, unknown: 0 },
        messages: { accepted: 0, waiting: 1, refused: 0, maybe: 0 },
      }),
    ]);
    const { ledger } = openLedger(join(folder, 'out', '.xunjian', 'ledger.sqlite'));
    expect(ledger.runs.list(9).map(({ state, counts }) => [state, counts.pass])).toEqual([['finished', 1]]);
    expect(ledger.outbox.list(9).map(({ state }) => state)).toEqual(['sending']);
    ledger.close();
  }));

test('a run that was killed is told of at the next start, once, with its message', () =>
  withFleet([{ name: '卡住的设备', personality: 'os6860-aos8', fault: 'hang-mid-command' }], async (fleet) => {
    const words = [...wordsFor(fleet.devices), '--command-timeout-ms', '2000'];
    const isAtWork = () => (fleet.devices[0]?.record.sessions[0]?.commands.length ?? 0) > 2;
    const killed = await runHeadless(words, {
      env,
      onLine: (line, kill) => {
        if (line.includes('run-started')) once(isAtWork, () => kill('SIGKILL'));
      },
    });
    const { run } = killed.events[0] ?? {};

    const next = await runHeadless(words, { env });
    const third = await runHeadless(words, { env });

    expect(named(next, 'run-cut-off')).toEqual([expect.objectContaining({ run, devices: 1 })]);
    expect(next.stderr).toContain(String(run));
    expect(named(next, 'message').map((event) => [event['run'] === run, event['state']])).toEqual([
      [true, 'accepted'],
      [false, 'accepted'],
    ]);
    expect(named(third, 'run-cut-off')).toEqual([]);
    expect(sinks.wxpusher.received).toHaveLength(3);
  }));

test('history of the command line is kept no longer than the settings say', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    const words = [...wordsFor(fleet.devices, { keepRuns: 2, channels: [] }), '--no-report'];
    const runs: unknown[] = [];
    for (let count = 0; count < 4; count += 1) runs.push((await runHeadless(words)).events[0]?.['run']);

    const { ledger } = openLedger(join(folder, 'out', '.xunjian', 'ledger.sqlite'));
    expect(ledger.runs.list(9).map(({ id }) => id)).toEqual([runs[3], runs[2]]);
    ledger.close();
  }));

test('an output that was cut off says so in its name and its last line, and nothing takes that for output', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8', fault: 'hang-mid-command' }], async (fleet) => {
    const words = [...wordsFor(fleet.devices, { channels: [] }), '--command-timeout-ms', '1000', '--lang', 'zh-CN'];

    const { events } = await runHeadless(words);

    const transcripts = join(folder, 'out', 'transcripts', 'SW-1');
    const [partial = ''] = readdirSync(transcripts).filter((name) => name.includes('.partial'));
    expect(partial).toMatch(/^03-.*\.partial\.txt$/);
    expect(readFileSync(join(transcripts, partial), 'utf8')).toMatch(/\n\[xunjian: 输出在此中断，不完整\]\n$/);
    expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).not.toContain('[xunjian:');
    expect(events.find(({ event }) => event === 'device-finished')?.['verdict']).not.toBe('pass');
    const judged = await runHeadless([
      ...['judge', join(transcripts, partial), '--whole', '--json'],
      ...['--platform', 'alcatel_aos'],
    ]);
    expect(judged.events).toEqual([expect.objectContaining({ complete: false, verdict: 'unknown' })]);
  }));
