import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Channel } from '../../../../electron/engine/channels/channel';
import { email } from '../../../../electron/engine/channels/email';
import { selfSigned } from '../../../../electron/lab/sinks/self-signed';
import { startSmtp, type SmtpBehaviour, type SmtpOptions } from '../../../../electron/lab/sinks/smtp';
import { mailOver } from '../../../../electron/node-mail';
import { sampleMessage } from '../../../support/channel-messages';
import { deliverBy, sampleWorld } from '../../../support/channel-parts';
import { temporaryFolder } from '../../../support/store-parts';

const login = { username: 'noc@example.com', password: 'lab-mail-password' };
const to = ['ops@example.com', 'boss@example.com'];

async function service(options: SmtpOptions = {}) {
  const sink = await startSmtp({ login, ...options });
  onTestFinished(() => sink.close());
  const base = { host: sink.host, port: sink.port, security: 'none', username: login.username, to };
  const send = (change: Readonly<Record<string, unknown>> = {}, parts: Parameters<typeof deliverBy>[3] = {}) =>
    deliverBy(email as Channel, { ...base, ...change }, { password: login.password }, parts);
  return { sink, send };
}

function withFile(bytes: number) {
  const path = join(temporaryFolder(), 'bundle.zip');
  writeFileSync(path, new Uint8Array(bytes).fill(65));
  return sampleMessage({ attachments: [{ name: '巡检报告 11-22.zip', path, bytes }] });
}

test('a mail with a Chinese file name reaches several people as one mail', async () => {
  const { sink, send } = await service();

  const delivery = await send({ from: '网络巡检 <noc@example.com>' }, { message: withFile(3000) });

  expect(delivery).toEqual({ kind: 'accepted', words: '250 OK: message queued' });
  expect(sink.received).toHaveLength(1);
  expect(sink.received[0]).toMatchObject({
    from: 'noc@example.com',
    to,
    title: sampleMessage().title,
    messageId: '<run.20261122.090300.k3f9.ch.1@example.com>',
    attachments: [{ name: '巡检报告 11-22.zip', bytes: 3000 }],
  });
  expect(sink.received[0]?.body).toContain('风扇 2 停转');
  expect(sink.received[0]?.html).toContain('<table>');
});

test('files above the limit are left out, and the mail says so', async () => {
  const { sink, send } = await service();

  await send({ maxAttachmentMb: 1 }, { message: withFile(1_500_000) });

  expect(sink.received[0]?.attachments).toEqual([]);
  expect(sink.received[0]?.body).toContain('附件共 2 MB，超过上限 1 MB');
  expect(sink.received[0]?.html).toContain('附件共 2 MB，超过上限 1 MB');
});

test('a server that finds the mail too large gets it without the files', async () => {
  const { sink, send } = await service();
  sink.behave({ kind: 'refuse-data', code: 552, words: '5.3.4 too large' });

  expect(await send({}, { message: withFile(3000) })).toMatchObject({ kind: 'accepted' });
  expect(sink.received).toHaveLength(1);
  expect(sink.received[0]?.attachments).toEqual([]);
  expect(sink.received[0]?.body).toContain('邮件服务器不收这么大的邮件');
});

test('a file that is gone does not hold up the words, and the mail says so', async () => {
  const { sink, send } = await service();
  const message = sampleMessage({ attachments: [{ name: 'a.zip', path: '/nonexistent/a.zip', bytes: 10 }] });

  expect(await send({}, { message })).toMatchObject({ kind: 'accepted' });
  expect(sink.received.map(({ attachments }) => attachments)).toEqual([[]]);
  expect(sink.received[0]?.body).toContain('报告压缩包已经不在本机');
});

test('one refused recipient is named, the other gets the mail', async () => {
  const { sink, send } = await service();
  sink.behave({ kind: 'refuse-recipients', recipients: ['boss@example.com'], code: 550, words: '5.1.1 no such user' });

  expect(await send()).toEqual({
    kind: 'partial',
    words: '250 OK: message queued',
    refused: [{ recipient: 'boss@example.com', reason: '550 5.1.1 no such user' }],
  });
  expect(sink.received[0]?.to).toEqual(['ops@example.com']);
});

test('a wrong password is a matter of credentials', async () => {
  const { send } = await service({ login: { ...login, password: 'another' } });

  expect(await send()).toMatchObject({ kind: 'refused', class: 'auth', words: expect.stringContaining('535') });
});

test.each<[SmtpBehaviour, object]>([
  [
    { kind: 'greylist', code: 450, words: '4.2.0 later' },
    { kind: 'retry', class: 'transient', afterMs: 120_000 },
  ],
  [
    { kind: 'greylist', code: 421, words: 'HL:REP' },
    { kind: 'retry', class: 'transient' },
  ],
  [
    { kind: 'greylist', code: 451, words: 'too much fail authentication' },
    { kind: 'refused', class: 'auth' },
  ],
  [
    { kind: 'refuse-login', code: 454, words: '4.7.0 temporary' },
    { kind: 'retry', class: 'transient' },
  ],
  [
    { kind: 'refuse-login', code: 550, words: '5.7.30 basic authentication is off' },
    { kind: 'refused', class: 'auth' },
  ],
  [
    { kind: 'refuse-recipients', recipients: to, code: 550, words: 'no' },
    { kind: 'refused', class: 'permanent' },
  ],
  [
    { kind: 'refuse-data', code: 550, words: 'Mail frequency limited' },
    { kind: 'retry', class: 'rate' },
  ],
  [
    { kind: 'refuse-data', code: 552, words: '5.3.4 too large' },
    { kind: 'refused', class: 'permanent' },
  ],
  [
    { kind: 'refuse-data', code: 554, words: 'DT:SPM' },
    { kind: 'refused', class: 'permanent' },
  ],
  [{ kind: 'drop-after-data' }, { kind: 'uncertain' }],
])('%j is read as %j', async (behaviour, expected) => {
  const { sink, send } = await service();
  sink.behave(behaviour);

  expect(await send()).toMatchObject(expected);
});

test('STARTTLS that was chosen is required: a server without it gets nothing', async () => {
  const { sink, send } = await service();

  const delivery = await send({ security: 'starttls' });

  expect(delivery).toMatchObject({ kind: 'refused', class: 'permanent' });
  expect(sink.received).toEqual([]);
});

test.each(['starttls', 'tls'] as const)('%s works with a certificate that is trusted, and only then', async (mode) => {
  const pair = selfSigned();
  const { sink, send } = await service({ tls: { ...pair, mode } });

  const trusted = await send({ security: mode }, { world: sampleWorld({ mail: mailOver({ ca: pair.cert }) }) });
  const untrusted = await send({ security: mode });

  expect(trusted.kind).toBe('accepted');
  expect(untrusted).toMatchObject({ kind: 'refused', words: expect.stringContaining('证书') });
  expect(sink.received.map(({ isSecure }) => isSecure)).toEqual([true]);
});

test('a closed port is worth another try', async () => {
  const { sink, send } = await service();
  await sink.close();

  expect(await send()).toMatchObject({ kind: 'retry', class: 'transient', words: '对方拒绝连接' });
});

const valid = { host: 'smtp.example.com', port: 465, username: 'noc@example.com', to };
test.each([
  [{ to: [] }],
  [{ to: ['not an address'] }],
  [{ username: '', from: '' }],
  [{ port: 0 }],
  [{ security: 'none' }],
])('options with %j are not taken', (change) => {
  expect(email.options.safeParse(valid).success).toBe(true);
  expect(email.options.safeParse({ ...valid, ...change }).success).toBe(false);
});

test('plain text to another machine needs the user to insist', () => {
  expect(email.options.safeParse({ ...valid, security: 'none', allowPlain: true }).success).toBe(true);
  expect(email.options.safeParse({ ...valid, security: 'none', host: '127.0.0.1' }).success).toBe(true);
});

/** A mail server of raw bytes: says hello, and answers each word of the client from a table. */
async function rawServer(
  answers: Readonly<Record<string, Buffer | string>>,
  greeting: Buffer | string = '220 lab\r\n',
) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(greeting);
    socket.on('data', (chunk) => {
      const word = chunk.toString('latin1').slice(0, 4).toUpperCase();
      socket.write(answers[word] ?? '250 OK\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const base = { host: '127.0.0.1', port, security: 'none', username: login.username, to };
  return () => deliverBy(email as Channel, base, { password: login.password });
}

const hello = { EHLO: '250-lab\r\n250 AUTH PLAIN\r\n' };
/** "请使用授权码登录" in GBK, as QQ's mail service says it. */
const inGbk = Buffer.from('c7ebcab9d3c3cadac8a8c2ebb5c7c2bc', 'hex');

test('words of a server in GBK are read as Chinese', async () => {
  const refusal = Buffer.concat([Buffer.from('535 Error: '), inGbk, Buffer.from('\r\n')]);
  const send = await rawServer({ ...hello, AUTH: refusal });

  expect(await send()).toEqual({ kind: 'refused', class: 'auth', words: '535 Error: 请使用授权码登录' });
});

test.each([
  ['535 Error: mot de passe refus\u00e9, v\u00e9rifiez', 'auth'],
  ['535 Error: \u8bf7\u68c0\u67e5\u6388\u6743\u7801', 'auth'],
])('words in UTF-8 (%s) stay as they are', async (words, kind) => {
  const send = await rawServer({ ...hello, AUTH: `${words}\r\n` });

  expect(await send()).toEqual({ kind: 'refused', class: kind, words });
});

test.each([
  ['554 5.5.0 MI:STC 163 smtp1,abc', { kind: 'retry', class: 'quota' }],
  ['550 5.4.5 Daily user sending limit exceeded', { kind: 'retry', class: 'quota' }],
  ['535 Error: authentication failed, system busy', { kind: 'retry', class: 'transient', tries: 2, afterMs: 300_000 }],
  ['535 5.7.8 Error: authentication failed', { kind: 'refused', class: 'auth' }],
])('%s at the login', async (words, delivery) => {
  const send = await rawServer({ ...hello, AUTH: `${words}\r\n` });

  expect(await send()).toMatchObject({ ...delivery, words });
});

test('a greeting longer than any is not read on', async () => {
  const send = await rawServer(hello, `220 ${'a'.repeat(300_000)}\r\n`);

  expect(await send()).toMatchObject({
    kind: 'retry',
    class: 'transient',
    words: expect.stringContaining('exceeds'),
  });
});
