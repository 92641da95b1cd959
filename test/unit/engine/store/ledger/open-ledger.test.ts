import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../../electron/engine/store/ledger/sqlite';
import { openLedger } from '../../../../../electron/engine/store/ledger/open-ledger';
import { DeviceId, RunId, ScheduleId } from '../../../../../shared/model/ids';
import { bundledProgram } from '../../../../support/bundled-program';
import { sampleOutcome, sampleRun } from '../../../../support/sample-history';
import { keepingLog, temporaryFolder } from '../../../../support/store-parts';

test('what was written is there after closing and opening again', () => {
  const path = join(temporaryFolder(), 'deep', 'history.sqlite');
  const first = openLedger(path).ledger;
  first.runs.begin(sampleRun('r1'));
  first.outcomes.save(sampleOutcome('r1', 'd1'), []);
  first.schedules.setFired(ScheduleId.parse('s1'), 5_000);
  first.schedules.setFired(ScheduleId.parse('s1'), 6_000);
  first.audit.add({ at: 1, action: 'import', detail: '4 台' });
  first.close();

  const { ledger, setAside } = openLedger(path);

  expect(setAside).toBeUndefined();
  expect(ledger.runs.find(RunId.parse('r1'))).toEqual(sampleRun('r1'));
  expect(ledger.outcomes.find(RunId.parse('r1'), DeviceId.parse('d1'))).toEqual(sampleOutcome('r1', 'd1'));
  expect(ledger.schedules.lastFiredAt(ScheduleId.parse('s1'))).toBe(6_000);
  expect(ledger.schedules.lastFiredAt(ScheduleId.parse('s2'))).toBeUndefined();
  expect(ledger.audit.list(10)).toEqual([{ at: 1, action: 'import', detail: '4 台' }]);
  ledger.close();
});

test('closing brings everything into the one file', () => {
  const path = join(temporaryFolder(), 'history.sqlite');
  const { ledger } = openLedger(path);
  for (let number = 0; number < 200; number += 1)
    ledger.audit.add({ at: number, action: 'fill', detail: 'x'.repeat(500) });

  ledger.close();

  ledger.close();
  expect(statSync(path).size).toBeGreaterThan(100_000);
  expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
});

test('a file that is no database is set aside whole and a new ledger begins', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'history.sqlite');
  writeFileSync(path, 'not a database, but the only copy of something'.repeat(200));
  const log = keepingLog();

  const { ledger, setAside } = openLedger(path, log);
  ledger.runs.begin(sampleRun('r1'));
  ledger.close();

  expect(setAside?.reason).toBe('damaged');
  expect(setAside?.kept).toMatch(/history\.sqlite\.damaged-\d{8}-\d{6}$/);
  expect(readFileSync(setAside?.kept ?? '', 'utf8')).toContain('the only copy of something');
  expect(log.lines.join()).toContain('ledger set aside');
});

test('a database with pages overwritten is found out after a kill and set aside', () => {
  const source = join(temporaryFolder(), 'history.sqlite');
  const first = openLedger(source).ledger;
  for (let number = 0; number < 200; number += 1) {
    first.audit.add({ at: number, action: 'fill', detail: 'x'.repeat(500) });
  }
  first.close();
  const second = openLedger(source).ledger;
  second.audit.add({ at: 1_000, action: 'last', detail: 'in the log only' });
  const path = join(temporaryFolder(), 'history.sqlite');
  const bytes = readFileSync(source);
  bytes.fill(0xab, bytes.length / 2, bytes.length - 4096);
  writeFileSync(path, bytes);
  copyFileSync(`${source}-wal`, `${path}-wal`);
  second.close();

  const opened = openLedger(path);

  expect(opened.setAside?.reason).toBe('damaged');
  expect(readFileSync(opened.setAside?.kept ?? '').length).toBe(bytes.length);
  expect(opened.ledger.audit.list(10)).toEqual([]);
  opened.ledger.close();
});

test('a log cut to a few bytes loses no more than what was in it', () => {
  const path = join(temporaryFolder(), 'history.sqlite');
  const { ledger } = openLedger(path);
  ledger.audit.add({ at: 1, action: 'import', detail: '' });
  ledger.close();
  writeFileSync(`${path}-wal`, Buffer.alloc(64, 1));

  const opened = openLedger(path);

  expect(opened.setAside).toBeUndefined();
  expect(opened.ledger.audit.list(10)).toHaveLength(1);
  opened.ledger.close();
});

test('a database cut in half is set aside', () => {
  const source = join(temporaryFolder(), 'history.sqlite');
  const { ledger } = openLedger(source);
  for (let number = 0; number < 200; number += 1) {
    ledger.audit.add({ at: number, action: 'fill', detail: 'x'.repeat(500) });
  }
  ledger.close();
  const path = join(temporaryFolder(), 'history.sqlite');
  copyFileSync(source, path);
  truncateSync(path, statSync(path).size / 2);

  const opened = openLedger(path);

  expect(opened.setAside?.reason).toBe('damaged');
  opened.ledger.close();
});

test('a ledger of a newer program is set aside, not changed', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'history.sqlite');
  const newer = openDatabase(path);
  newer.exec('CREATE TABLE future (a); PRAGMA user_version = 99');
  newer.close();

  const { ledger, setAside } = openLedger(path);
  ledger.close();

  expect(setAside?.reason).toBe('newer');
  const kept = openDatabase(setAside?.kept ?? '');
  expect(kept.get('PRAGMA user_version')?.user_version).toBe(99);
  expect(kept.get(`SELECT name FROM sqlite_master WHERE name = 'runs'`)).toBeUndefined();
  kept.close();
});

test('a transaction that fails leaves nothing behind and the ledger usable', () => {
  const { ledger } = openLedger(':memory:');
  ledger.runs.begin(sampleRun('r1'));
  const outcome = sampleOutcome('r1', 'd1');
  const copy = { deviceId: outcome.device.id, runId: outcome.runId, path: '/flash/a.cfg', bytes: 1, takenAt: 1 };
  const broken = { ...copy, sha256: null!, sealed: Uint8Array.of(1) };

  expect(() => ledger.outcomes.save(outcome, [broken])).toThrow();
  expect(ledger.outcomes.ofRun(RunId.parse('r1'))).toEqual([]);
  ledger.outcomes.save(sampleOutcome('r1', 'd1'), []);
  expect(ledger.outcomes.ofRun(RunId.parse('r1'))).toHaveLength(1);
  ledger.close();
});

test('a process killed in the middle of its writes leaves a readable ledger and every message it had queued', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'history.sqlite');
  const program = bundledProgram('test/support/ledger-writer.ts');
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.length === 60) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');

  const { ledger, setAside } = openLedger(path);

  expect(child.signalCode).toBe('SIGKILL');
  expect(setAside).toBeUndefined();
  expect(told.length).toBeGreaterThanOrEqual(60);
  const missing = told.filter((id) => ledger.outbox.find(id) === undefined);
  expect(missing).toEqual([]);
  expect(ledger.runs.markCutOff(9_000).map(({ id }) => id)).toEqual(['r1']);
  for (const outcome of ledger.outcomes.ofRun(RunId.parse('r1'))) {
    expect(outcome.findings).toHaveLength(1);
  }
  ledger.close();
  expect(existsSync(path)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
});
