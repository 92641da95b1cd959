import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import { SessionError, type SessionOptions, type Target } from '../../../../electron/engine/session/session';
import type { Bastion } from '../../../../shared/model/bastion';
import { withBastion } from './lab-bastion';
import { labOptions } from './lab-session';
import { eventually } from '../../../support/eventually';

const sw = { name: 'sw', personality: 'os6860-aos8' } as const;
const fw = { name: 'fw', personality: 'ngfw-telnet' } as const;

type Way = {
  readonly kind: 'menu' | 'numbered' | 'linux';
  readonly how: Bastion;
  readonly device: typeof sw | typeof fw;
};
const ways: readonly Way[] = [
  { kind: 'menu', how: { preset: 'jumpserver' }, device: sw },
  { kind: 'numbered', how: { preset: 'menu' }, device: sw },
  { kind: 'linux', how: { preset: 'linux' }, device: sw },
  { kind: 'linux', how: { preset: 'linux' }, device: fw },
];

test.each(ways)('$device.name is worked on through $kind, and device and bastion are left', ({ kind, how, device }) =>
  withBastion([device, { ...device, name: 'other' }], { kind }, async ({ fleet, bastion, targetOf }) => {
    const session = await openSession(targetOf(device.name, how), labOptions());
    const commands = device === fw ? ['show version', 'show clock'] : ['show system', 'show fan'];
    const answers = [];
    for (const command of commands) answers.push(await session.run(command));
    const fetching = await session.fetch('/flash/working/vcboot.cfg').catch((error: unknown) => error);
    await session.close();

    const { expected, record } = fleet.device(device.name);
    expect(answers.map(({ end }) => end)).toEqual(['complete', 'complete']);
    expect(answers.map(({ text }) => text)).toEqual(commands.map((command) => expected.transcript(command)));
    expect(fetching).toMatchObject({ code: 'files.no-sftp' });
    expect(session.carriesFiles).toBe(false);
    expect(record.sessions.map(({ end }) => end)).toEqual(['logged-out']);
    await eventually(() => expect([bastion.count().open, record.openConnections]).toEqual([0, 0]));
    expect(fleet.device('other').record.connections).toBe(0);
  }),
);

const linux: Bastion = { preset: 'linux' };
const jumpserver: Bastion = { preset: 'jumpserver' };
const quick = { budgets: { connectMs: 2500, commandMs: 2500 } };

/** The error of a session that does not open. */
async function failureOf(target: Target, options: SessionOptions): Promise<SessionError> {
  const session = await openSession(target, options).catch((error: unknown) => error);
  if (session instanceof SessionError) return session;
  throw new Error('the session opened', { cause: session });
}

test('an asset that the bastion does not know is refused in the words on its screen', () =>
  withBastion([sw], { kind: 'menu' }, async ({ fleet, bastion, targetOf }) => {
    const failure = await failureOf({ ...targetOf('sw', jumpserver), host: '192.0.2.99' }, labOptions(quick));

    expect(failure).toMatchObject({ code: 'bastion.refused', phase: 'tcp' });
    expect(failure.params['screen']).toContain('没有资产');
    expect(bastion.typed).toEqual(['192.0.2.99']);
    expect(fleet.device('sw').record.connections).toBe(0);
    await eventually(() => expect(bastion.count().open).toBe(0));
  }));

test('a device that refuses the password is tried once, and the guard is asked for both credentials', () =>
  withBastion([{ ...sw, fault: 'wrong-password' }], { kind: 'linux' }, async ({ fleet, bastion, targetOf }) => {
    const asked: string[] = [];
    const beforeLogin = ({ username }: Target) => Promise.resolve(void asked.push(username));

    const failure = await failureOf(targetOf('sw', linux), labOptions({ ...quick, beforeLogin }));

    expect(failure).toMatchObject({ code: 'ssh.auth-failed', phase: 'auth' });
    expect(JSON.stringify(failure.params)).not.toContain(fleet.device('sw').password);
    expect(asked).toEqual([bastion.username, fleet.device('sw').username]);
    await eventually(() => expect(bastion.count()).toMatchObject({ open: 0, serving: 0 }));
    expect(fleet.device('sw').record.logins.filter(({ accepted }) => !accepted)).toHaveLength(1);
  }));

test('a telnet device that refuses the password is tried once', () =>
  withBastion([{ ...fw, fault: 'wrong-password' }], { kind: 'linux' }, async ({ fleet, targetOf }) => {
    const failure = await failureOf(targetOf('fw', linux), labOptions(quick));

    expect(failure).toMatchObject({ code: 'telnet.auth-failed', phase: 'auth' });
    expect(fleet.device('fw').record.logins).toHaveLength(1);
  }));

test('no password is sent when the guard says no', () =>
  withBastion([sw], { kind: 'linux' }, async ({ fleet, bastion, targetOf }) => {
    const stopped = new SessionError('device.credential-stopped', {}, 'auth', null);
    const beforeLogin = ({ username }: Target) =>
      username === bastion.username ? Promise.resolve() : Promise.reject(stopped);

    expect(await failureOf(targetOf('sw', linux), labOptions({ ...quick, beforeLogin }))).toBe(stopped);
    await eventually(() => expect(bastion.count()).toMatchObject({ open: 0, serving: 0 }));
    expect(fleet.device('sw').record.logins).toEqual([]);
  }));

test.each([
  { acceptsNewKeys: false, code: 'bastion.host-key-new' },
  { acceptsNewKeys: true, code: undefined },
])('an unknown host key is accepted by the bastion only when the user allows it: $acceptsNewKeys', (each) =>
  withBastion([sw], { kind: 'linux', knownHosts: [] }, async ({ fleet, targetOf }) => {
    const { acceptsNewKeys, code } = each;
    const opening = openSession(targetOf('sw', { ...linux, acceptsNewKeys }), labOptions());
    const result = await opening.then(
      (session) => session.close(),
      (error: unknown) => error,
    );

    expect(result).toEqual(code === undefined ? undefined : expect.objectContaining({ code }));
    if (result instanceof SessionError) expect(result.params['offered']).toMatch(/^SHA256:/);
    expect(fleet.device('sw').record.logins).toHaveLength(acceptsNewKeys ? 1 : 0);
  }),
);

test.each([
  { kind: 'linux', how: linux, fault: 'host-key-changed', code: 'bastion.host-key-changed' },
  { kind: 'linux', how: linux, fault: 'menu-changed', code: 'bastion.no-step' },
  { kind: 'linux', how: linux, fault: 'hangs', code: 'bastion.no-device' },
  { kind: 'menu', how: jumpserver, fault: 'menu-changed', code: 'bastion.no-step' },
  { kind: 'menu', how: jumpserver, fault: 'hangs', code: 'bastion.no-device' },
] as const)('$fault on $kind ends with $code within the budget, and nothing stays open', ({ kind, how, fault, code }) =>
  withBastion([sw], { kind, fault }, async ({ fleet, bastion, targetOf }) => {
    const startedAt = performance.now();
    const failure = await failureOf(targetOf('sw', how), labOptions(quick));

    expect(failure).toMatchObject({ code, phase: 'tcp' });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(fleet.device('sw').record.logins).toEqual([]);
    await eventually(() => expect(bastion.count().open).toBe(0));
  }),
);

test('a bastion that refuses us is named as what failed', () =>
  withBastion([sw], { kind: 'menu' }, async ({ targetOf }) => {
    const target = targetOf('sw', jumpserver);
    const wrong = { ...target, ...(target.jump && { jump: { ...target.jump, password: 'other' } }) };

    const failure = await failureOf(wrong, labOptions(quick));

    expect(failure).toMatchObject({ code: 'ssh.jump-failed', phase: 'tcp', cause: { code: 'ssh.auth-failed' } });
  }));

test('the account is chosen by its name, the device by its address where several names fit', () =>
  withBastion([sw, { ...sw, name: 'sw-2' }], { kind: 'menu', extraAccounts: true }, async ({ bastion, targetOf }) => {
    // The name of one is a part of the other's: the bastion asks which one.
    const session = await openSession({ ...targetOf('sw', jumpserver), host: 'sw' }, labOptions());
    await session.close();

    expect(bastion.typed).toEqual(['sw', '1', '2', 'q']);
  }));

test('a device that hangs up leaves us on the bastion, where no command is typed', () =>
  withBastion([{ ...sw, fault: 'cut-mid-output' }], { kind: 'menu' }, async ({ bastion, targetOf }) => {
    const session = await openSession(targetOf('sw', jumpserver), labOptions());
    const answers = [];
    for (const command of ['show system', 'show health', 'show chassis', 'show fan', 'show temperature'])
      answers.push(await session.run(command));
    await session.close();

    const cut = answers.findIndex(({ end }) => end === 'partial');
    expect(cut).toBeGreaterThanOrEqual(0);
    expect(answers[cut]).toMatchObject({ code: 'ssh.lost' });
    expect(answers.slice(cut + 1).every(({ code }) => code === 'ssh.lost')).toBe(true);
    expect(bastion.typed).toEqual(['192.0.2.11', 'q']);
  }));

test('no more sessions than the bastion allows are open, and every device has its turn', () => {
  const specs = Array.from({ length: 6 }, (_, index) => ({ ...sw, name: `sw-${index}` }));
  return withBastion(specs, { kind: 'linux', maxTerminals: 2 }, async ({ bastion, fleet, targetOf }) => {
    const options = labOptions();
    await Promise.all(
      specs.map(async ({ name }) => {
        const session = await openSession(targetOf(name, { ...linux, sessions: 2 }), options);
        expect((await session.run('show fan')).text).toBe(fleet.device(name).expected.transcript('show fan'));
        await session.close();
      }),
    );

    expect(bastion.count()).toMatchObject({ connections: 6, mostOpen: 2 });
  });
});

test('devices that wait for a bastion which refuses us are told at once, without a try of their own', () => {
  const specs = Array.from({ length: 5 }, (_, index) => ({ ...sw, name: `sw-${index}` }));
  return withBastion(specs, { kind: 'linux' }, async ({ bastion, targetOf }) => {
    const options = labOptions(quick);
    const failures = await Promise.all(
      specs.map(({ name }) => {
        const target = targetOf(name, { ...linux, sessions: 1 });
        return failureOf({ ...target, ...(target.jump && { jump: { ...target.jump, password: 'other' } }) }, options);
      }),
    );

    expect(failures.map(({ code }) => code)).toEqual(specs.map(() => 'ssh.jump-failed'));
    expect(failures.map(({ params }) => params['host'])).toEqual(specs.map((_, index) => `192.0.2.${11 + index}`));
    expect(bastion.count().refusedLogins).toBe(1);
    const next = await openSession(targetOf('sw-0', { ...linux, sessions: 1 }), options);
    await next.close();
  });
});

test('one who is cancelled while he waits for a seat leaves the others alone', () =>
  withBastion([sw, { ...sw, name: 'sw-2' }], { kind: 'linux' }, async ({ targetOf }) => {
    const options = labOptions();
    const one: Bastion = { ...linux, sessions: 1 };
    const first = await openSession(targetOf('sw', one), options);
    const abort = new AbortController();
    const waiting = failureOf(targetOf('sw-2', one), { ...options, signal: abort.signal });
    abort.abort();

    expect((await waiting).code).toBe('device.cancelled');
    await first.close();
    const second = await openSession(targetOf('sw-2', one), options);
    await second.close();
  }));

test('an address that a shell could take for more is not typed', () =>
  withBastion([sw], { kind: 'linux' }, async ({ bastion, targetOf }) => {
    const failure = await failureOf({ ...targetOf('sw', linux), host: '192.0.2.11;reboot' }, labOptions(quick));

    expect(failure.code).toBe('bastion.unsafe-value');
    expect(bastion.typed).toEqual([]);
  }));
