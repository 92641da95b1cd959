import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledProgram } from '../../../support/bundled-program';
import { sampleMessage } from '../../../support/channel-messages';
import { temporaryFolder } from '../../../support/store-parts';
import { outboxBench, secretTexts } from './outbox-bench';

test('what was queued before a kill is sent after it', async () => {
  const path = join(temporaryFolder(), 'ledger.sqlite');
  const before = await outboxBench({ path });
  before.use('wxpusher');
  before.outbox.enqueue(sampleMessage());
  const after = await outboxBench({ path });
  after.use('wxpusher');

  after.outbox.start();
  await after.outbox.idle();

  expect(after.states()).toEqual({ wxpusher: 'accepted' });
  expect(after.sinks.wxpusher.received).toHaveLength(1);
});

test('kill -9 with three messages on the wire: none is lost, none arrives twice', { timeout: 60_000 }, async () => {
  const path = join(temporaryFolder(), 'ledger.sqlite');
  const bench = await outboxBench({ path });
  const configs = ['email', 'wxpusher', 'wecom-app'].map((kind) => bench.use(kind));
  bench.sinks.wxpusher.behave({ kind: 'silent' });
  bench.sinks.wecom.behave({ at: 'send', reply: { kind: 'silent' } });
  bench.sinks.smtp.behave({ kind: 'silent' });
  const child = spawn(
    process.execPath,
    [bundledProgram('test/support/outbox-sender.ts'), path, JSON.stringify(configs)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await expect
    .poll(
      () =>
        [bench.sinks.wxpusher.calls, bench.sinks.wecom.calls, bench.sinks.smtp.waiting()].map((each) => each.length),
      {
        timeout: 30_000,
      },
    )
    .toEqual([1, 2, 1]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;

  // The process that was killed had the machine's own time.
  bench.clock.jump(Date.now() - bench.clock.now());
  bench.outbox.start();
  await bench.outbox.idle();

  expect(bench.states()).toEqual({ email: 'accepted', 'wecom-app': 'accepted', wxpusher: 'uncertain' });
  expect([bench.sinks.smtp.received.length, bench.sinks.wecom.received.length]).toEqual([1, 1]);
  expect(bench.sinks.wxpusher.calls).toHaveLength(1);
});

test('on the wire at the kill: again where a repetition is recognised, uncertain where it is not', async () => {
  const bench = await outboxBench();
  ['email', 'wxpusher', 'wecom-app'].forEach((kind) => bench.use(kind));
  bench.outbox.enqueue(sampleMessage());
  bench.ledger.outbox.claim(bench.clock.now(), 10);

  bench.outbox.start();
  await bench.outbox.idle();

  expect(bench.states()).toEqual({ email: 'accepted', 'wecom-app': 'accepted', wxpusher: 'uncertain' });
  expect(bench.sinks.wxpusher.calls).toEqual([]);
  expect(bench.entries().find(({ channelKind }) => channelKind === 'wxpusher')?.words).toContain('可能已送达');
  expect(bench.entries().find(({ channelKind }) => channelKind === 'email')?.attempts).toBe(2);
});

test('WeCom after its four hours can no longer tell: uncertain', async () => {
  const bench = await outboxBench();
  bench.use('wecom-app');
  bench.outbox.enqueue(sampleMessage());
  bench.ledger.outbox.claim(bench.clock.now(), 10);
  bench.clock.advance(4 * 3_600_000);

  bench.outbox.start();
  await bench.outbox.idle();

  expect(bench.states()).toEqual({ 'wecom-app': 'uncertain' });
  expect(bench.sinks.wecom.calls).toEqual([]);
});

test('WeCom answers a repetition with a yes and delivers once', async () => {
  const bench = await outboxBench();
  bench.use('wecom-app');
  bench.outbox.start();
  bench.outbox.enqueue(sampleMessage());
  await bench.outbox.idle();
  const [entry] = bench.entries();
  const cut = {
    state: 'sending',
    attempts: 0,
    nextAttemptAt: entry?.createdAt ?? 0,
    settledAt: null,
    words: null,
  } as const;
  bench.ledger.outbox.settle(entry?.id ?? '', cut);

  const next = bench.make();
  next.start();
  bench.clock.advance(10_000);
  await next.idle();
  await next.stop();

  expect(bench.states()).toEqual({ 'wecom-app': 'accepted' });
  expect(bench.sinks.wecom.calls.filter(({ path }) => path.endsWith('/send'))).toHaveLength(2);
  expect(bench.sinks.wecom.received).toHaveLength(1);
});

test('a mail cut off after its body goes again under the same Message-ID', async () => {
  const bench = await outboxBench();
  bench.use('email');
  bench.sinks.smtp.behave({ kind: 'drop-after-data' });
  bench.outbox.start();
  bench.outbox.enqueue(sampleMessage());
  await bench.outbox.idle();
  const waiting = bench.entries()[0]?.state;
  bench.clock.advance(36_000);
  await bench.outbox.idle();

  expect([waiting, bench.states()]).toEqual(['queued', { email: 'accepted' }]);
  expect(bench.sinks.smtp.received).toHaveLength(2);
  expect(new Set(bench.sinks.smtp.received.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a push cut off without an answer is left to a person, and says that it may have arrived', async () => {
  const bench = await outboxBench();
  bench.use('wxpusher');
  bench.sinks.wxpusher.behave({ kind: 'drop' });
  bench.outbox.start();
  bench.outbox.enqueue(sampleMessage());
  await bench.outbox.idle();
  bench.clock.advance(7_200_000);
  await bench.outbox.idle();

  expect(bench.entries()[0]).toMatchObject({ state: 'uncertain', attempts: 1 });
  expect(bench.sinks.wxpusher.calls).toHaveLength(1);
});

test('no secret and no token is left in the ledger, the events or the log', async () => {
  const folder = temporaryFolder();
  const bench = await outboxBench({ path: join(folder, 'ledger.sqlite') });
  ['email', 'wxpusher', 'wecom-app'].forEach((kind) => bench.use(kind));
  const echo = `refused ${Object.values(secretTexts).join(' ')} ${encodeURIComponent('wecom-SECRET+0003')}`;
  bench.sinks.wxpusher.behave({ kind: 'error', code: 1001, msg: echo });
  bench.sinks.smtp.behave({ kind: 'refuse-login', code: 535, words: `5.7.8 ${secretTexts['s-mail'] ?? ''}` });
  bench.sinks.wecom.behave({
    at: 'send',
    reply: { kind: 'error', errcode: 40058, errmsg: `${echo} lab-token-1-${'x'.repeat(48)}` },
  });
  bench.outbox.start();
  bench.outbox.enqueue(sampleMessage());
  await bench.outbox.idle();

  const seen = [JSON.stringify(bench.changes), bench.log.lines.join('\n'), JSON.stringify(bench.entries())].join('\n');
  const stored = ['ledger.sqlite', 'ledger.sqlite-wal']
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
  expect(Object.values(bench.states())).toEqual(['refused', 'refused', 'refused']);
  expect(seen).toContain('***');
  // Each channel blanks what it knows itself; the program's redactor knows all of them.
  expect(bench.entries().find(({ channelKind }) => channelKind === 'wxpusher')?.words).not.toContain('AT_SECRET');
  expect(bench.entries().find(({ channelKind }) => channelKind === 'email')?.words).not.toContain('mail-SECRET');
  const wecom = bench.entries().find(({ channelKind }) => channelKind === 'wecom-app')?.words ?? '';
  expect(wecom).not.toMatch(/wecom-SECRET|lab-token/);
  expect(stored).not.toMatch(/lab-token-1-x/);
});
