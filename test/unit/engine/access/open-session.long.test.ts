import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import { SessionError } from '../../../../electron/engine/session/session';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { systemClock } from '../../../../electron/node-clock';
import { withFleet } from '../../../support/lab';
import { labOptions, memoryHostKeys, targetOf, withSession } from './lab-session';
import { eventually } from '../../../support/eventually';

const aos = (more: Partial<DeviceSpec> = {}): DeviceSpec => ({ name: 'sw', personality: 'os6860-aos8', ...more });
const firewall = (more: Partial<DeviceSpec> = {}): DeviceSpec => ({ name: 'fw', personality: 'ngfw-telnet', ...more });

async function onDevice<T>(spec: DeviceSpec, use: (device: LabDevice) => Promise<T>): Promise<T> {
  return withFleet([spec], (fleet) => use(fleet.device(spec.name)));
}

/** Tries to open, expects to fail, and tells how long that took. */
async function failureOf(
  device: LabDevice,
  options = labOptions(),
): Promise<SessionError & { readonly tookMs: number }> {
  const startedAt = systemClock.elapsed();
  const outcome: unknown = await openSession(targetOf(device), options).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(SessionError);
  return Object.assign(outcome as SessionError, { tookMs: systemClock.elapsed() - startedAt });
}

/** The far end notices a close a moment after us. */
const allClosed = (device: LabDevice) => eventually(() => expect(device.record.openConnections).toBe(0));

const aosCommands = [
  'show system',
  'show chassis',
  'show health',
  'show temperature',
  'show fan',
  'show running-directory',
];

test('an SSH device gives outputs and files byte for byte, and is logged out', () =>
  onDevice(aos(), async (device) => {
    await withSession(device, async (session) => {
      for (const command of aosCommands) {
        const output = await session.run(command);
        expect([command, output.end, output.text]).toEqual([command, 'complete', device.expected.transcript(command)]);
      }
      for (const [path, bytes] of device.expected.files) {
        const file = await session.fetch(path);
        expect(file.bytes.equals(bytes)).toBe(true);
      }
      expect(session.hostKey).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
      expect(session.weakAlgorithms).toEqual([]);
    });

    expect(device.record.sessions.map(({ end }) => end)).toEqual(['logged-out']);
    await allClosed(device);
    expect(device.record.connections).toBe(1);
    expect(device.record.logins).toHaveLength(1);
  }));

test('a telnet device gives outputs byte for byte, and is logged out', () =>
  onDevice(firewall(), async (device) => {
    await withSession(device, async (session) => {
      const output = await session.run('show license');
      expect([output.end, output.text]).toEqual(['complete', device.expected.transcript('show license')]);
      expect(session.hostKey).toBeNull();
      await expect(session.fetch('/x')).rejects.toMatchObject({ code: 'files.no-sftp' });
    });

    expect(device.record.sessions.map(({ end }) => end)).toEqual(['logged-out']);
    expect(device.record.logins).toHaveLength(1);
  }));

test('the phases come in order', () =>
  onDevice(aos(), async (device) => {
    const options = labOptions();

    await withSession(device, () => Promise.resolve(), options);

    expect(options.phases).toEqual(['tcp', 'banner', 'kex', 'host-key', 'auth', 'shell', 'prompt']);
  }));

const prompts = ['机房-A (core) > ', 'S01-P1-RK13-SW01 > ', '-> ', '<核心 1>', 'sw3 (6560-A) -> ', 'a_b[x]# '];
test.each(prompts)('the prompt %j is learned', (prompt) =>
  onDevice(aos({ prompt }), (device) =>
    withSession(device, async (session) => {
      const output = await session.run('show health');

      expect(session.prompt).toBe(prompt);
      expect(output.text).toBe(device.expected.transcript('show health'));
    }),
  ),
);

test('output that comes byte by byte is read whole', () =>
  onDevice(aos({ prompt: '机房-A > ', chunk: { bytes: 1, delayMs: 0 } }), (device) =>
    withSession(device, async (session) => {
      for (const command of ['show fan', 'show running-directory']) {
        const output = await session.run(command);
        expect([output.end, output.text]).toEqual(['complete', device.expected.transcript(command)]);
      }
    }),
  ));

test.each([
  { fault: 'banner-prompt', count: 4 },
  { fault: 'question', count: 2 },
  { fault: 'lookalike', count: 4 },
  { fault: 'pager', count: 4 },
  { fault: 'late-log', count: 4 },
  { fault: 'slow', count: 1 },
] as const)('with the fault $fault every output is still its own, whole', ({ fault, count }) =>
  onDevice(aos({ fault }), (device) =>
    withSession(device, async (session) => {
      for (const command of aosCommands.slice(0, count)) {
        const output = await session.run(command);
        expect([command, output.end, output.text]).toEqual([command, 'complete', device.expected.transcript(command)]);
      }
    }),
  ),
);

test.each([
  { fault: 'refused', code: 'net.refused', phase: 'tcp' },
  { fault: 'silent', code: 'net.timeout', phase: 'banner' },
  { fault: 'wrong-password', code: 'ssh.auth-failed', phase: 'auth' },
  { fault: 'drop-after-login', code: 'ssh.lost', phase: 'prompt' },
] as const)('$fault ends with $code in phase $phase', ({ fault, code, phase }) =>
  onDevice(aos({ fault }), async (device) => {
    const failure = await failureOf(device, labOptions({ budgets: { connectMs: 2000 } }));

    expect([failure.code, failure.phase]).toEqual([code, phase]);
    expect(failure.tookMs).toBeLessThan(10_000);
  }),
);

test.each([
  { fault: 'refused', code: 'net.refused', phase: 'tcp' },
  { fault: 'silent', code: 'telnet.no-login', phase: 'banner' },
  { fault: 'wrong-password', code: 'telnet.auth-failed', phase: 'auth' },
] as const)('over telnet $fault ends with $code in phase $phase', ({ fault, code, phase }) =>
  onDevice(firewall({ fault }), async (device) => {
    const failure = await failureOf(device, labOptions({ budgets: { connectMs: 2000 } }));

    expect([failure.code, failure.phase]).toEqual([code, phase]);
  }),
);

test.each([aos({ fault: 'wrong-password' }), firewall({ fault: 'wrong-password' })])(
  'a wrong password is tried exactly once ($personality)',
  (spec) =>
    onDevice(spec, async (device) => {
      await failureOf(device);

      expect(device.record.logins.map(({ accepted }) => accepted)).toEqual([false]);
      expect(device.record.connections).toBe(1);
    }),
);

test('a changed host key is refused before any password is sent', () =>
  onDevice(aos(), async (device) => {
    const hostKeys = memoryHostKeys();
    await withSession(device, () => Promise.resolve(), labOptions({ hostKeys }));
    const before = device.record.logins.length;
    device.changeHostKey();

    const failure = await failureOf(device, labOptions({ hostKeys }));

    expect([failure.code, failure.phase]).toEqual(['ssh.host-key-changed', 'host-key']);
    expect(failure.params).toMatchObject({ known: hostKeys.all[0]?.fingerprint, offered: failure.hostKey });
    expect(device.record.logins).toHaveLength(before);
    expect(hostKeys.all).toHaveLength(1);
  }));

test('a new host key that is not to be trusted stops before the password', () =>
  onDevice(aos(), async (device) => {
    const hostKeys = { find: () => undefined, trustNew: () => false };

    const failure = await failureOf(device, labOptions({ hostKeys }));

    expect(failure.code).toBe('ssh.host-key-new');
    expect(device.record.logins).toHaveLength(0);
  }));

test('an SSH client at a telnet port says that it is not SSH, at once', () =>
  onDevice(firewall(), async (device) => {
    const options = labOptions();

    const failure: unknown = await openSession({ ...targetOf(device), protocol: 'ssh' }, options).catch(
      (e: unknown) => e,
    );

    expect(failure).toMatchObject({ code: 'ssh.not-ssh', phase: 'banner' });
  }));

test('a device with old algorithms only is reached, and they are named', () =>
  onDevice(aos({ fault: 'legacy-ssh' }), (device) =>
    withSession(device, async (session) => {
      const output = await session.run('show health');

      expect(output.text).toBe(device.expected.transcript('show health'));
      expect(session.weakAlgorithms?.length).toBeGreaterThan(0);
    }),
  ));

test('what an old device needed is offered at once the next time', () =>
  onDevice(aos({ fault: 'legacy-ssh' }), async (device) => {
    const options = labOptions({ hostKeys: memoryHostKeys() });
    const connectionsOf = async (): Promise<number> => {
      const before = device.record.connections;
      await withSession(device, () => Promise.resolve(), options);
      return device.record.connections - before;
    };

    expect([await connectionsOf(), await connectionsOf()]).toEqual([2, 1]);
  }));

test('a device that was updated since is no longer remembered as outdated', () =>
  onDevice(aos(), async (device) => {
    const hostKeys = memoryHostKeys();
    await withSession(device, () => Promise.resolve(), labOptions({ hostKeys }));
    hostKeys.noteAlgorithms?.(device.host, device.port, ['ssh-dss', '3des-cbc']);

    const weak = await withSession(
      device,
      ({ weakAlgorithms }) => Promise.resolve(weakAlgorithms),
      labOptions({ hostKeys }),
    );

    expect(weak).toEqual([]);
    expect(hostKeys.all[0]?.algorithms).toEqual([]);
  }));

test('a command that hangs ends partial after its silence, and the next ones are not sent', () =>
  onDevice(aos({ fault: 'hang-mid-command' }), async (device) => {
    const startedAt = systemClock.elapsed();
    const outputs = await withSession(
      device,
      (session) => Promise.all(aosCommands.map((command) => session.run(command))),
      labOptions({ budgets: { commandMs: 300 } }),
    );

    expect(outputs.map(({ end }) => end)).toEqual(['complete', 'complete', 'partial', 'unknown', 'unknown', 'unknown']);
    expect(outputs[2]?.code).toBe('cli.timeout');
    expect(device.expected.transcript('show health').startsWith(outputs[2]?.text ?? 'none')).toBe(true);
    expect(device.record.sessions[0]?.commands).not.toContain('show temperature');
    expect(systemClock.elapsed() - startedAt).toBeLessThan(10_000);
    await allClosed(device);
  }));

test('a connection cut in mid-output gives a partial output, and the session is closed', () =>
  onDevice(aos({ fault: 'cut-mid-output' }), (device) =>
    withSession(device, async (session) => {
      const output = await session.run('show health');
      const next = await session.run('show fan');

      expect([output.end, output.code]).toEqual(['partial', 'ssh.lost']);
      expect(output.text.length).toBeGreaterThan(0);
      expect(device.expected.transcript('show health').startsWith(output.text)).toBe(true);
      expect([next.end, next.text, session.isOpen()]).toEqual(['unknown', '', false]);
    }),
  ));

test('a device that allows one channel gives its file over a second connection', () =>
  onDevice(aos({ fault: 'one-channel' }), async (device) => {
    await withSession(device, async (session) => {
      const file = await session.fetch('/flash/working/vcboot.cfg');

      expect(file.bytes.equals(device.expected.files.get(file.path) ?? Buffer.alloc(0))).toBe(true);
      expect((await session.run('show health')).end).toBe('complete');
    });

    expect(device.record.connections).toBe(2);
    await allClosed(device);
  }));

test('a file that is not there says so', () =>
  onDevice(aos(), (device) =>
    withSession(device, async (session) => {
      await expect(session.fetch('/flash/nope.cfg')).rejects.toMatchObject({
        code: 'files.not-found',
        params: { path: '/flash/nope.cfg' },
      });
    }),
  ));

test('cancelling ends a running command at once and leaves no connection', () =>
  onDevice(aos({ thinkMs: 15_000 }), async (device) => {
    const controller = new AbortController();
    const startedAt = systemClock.elapsed();

    const output = await withSession(
      device,
      (session) => session.run('show health', () => controller.abort()),
      labOptions({ signal: controller.signal }),
    );

    expect([output.end, output.code]).toEqual(['partial', 'device.cancelled']);
    expect(systemClock.elapsed() - startedAt).toBeLessThan(8000);
    await allClosed(device);
  }));

test('cancelling while connecting to a silent device ends at once', () =>
  onDevice(aos({ fault: 'silent' }), async (device) => {
    const controller = new AbortController();
    const options = labOptions({
      signal: controller.signal,
      onPhase: (phase) => phase === 'banner' && queueMicrotask(() => controller.abort()),
      budgets: { connectMs: 20_000 },
    });

    const failure = await failureOf(device, options);

    expect([failure.code, failure.phase]).toEqual(['device.cancelled', 'banner']);
    expect(failure.tookMs).toBeLessThan(8000);
  }));

test('the enable secret brings the privileged prompt', () =>
  onDevice(firewall({ enableSecret: 'lab-Enable-7' }), (device) =>
    withSession(
      device,
      async (session) => {
        expect(session.prompt).toMatch(/# $/);
        expect((await session.run('show license')).text).toBe(device.expected.transcript('show license'));
      },
      labOptions({ traits: { ...labOptions().traits, enable: 'enable' } }),
    ),
  ));

test('text is shown as it comes, without the empty lines that prove the end', () =>
  onDevice(aos(), (device) =>
    withSession(device, async (session) => {
      let shown = '';

      await session.run('show fan', (text) => (shown += text));

      expect(shown).toBe(`show fan\n${device.expected.transcript('show fan')}${session.prompt}`);
    }),
  ));

test.each([aos(), firewall()])('the guard is asked before the password goes out ($personality)', (spec) =>
  onDevice(spec, async (device) => {
    const refusal = new SessionError('device.credential-stopped', { host: device.host }, 'auth', null);
    const options = labOptions({ beforeLogin: () => Promise.reject(refusal) });

    const failure = await failureOf(device, options);

    expect([failure.code, failure.phase]).toEqual(['device.credential-stopped', 'auth']);
    expect(device.record.logins).toHaveLength(0);
    await allClosed(device);
  }),
);

test.each([aos(), firewall()])('waiting for the guard is not the time of the device ($personality)', (spec) =>
  onDevice(spec, async (device) => {
    const beforeLogin = () => new Promise<void>((resolve) => void systemClock.after(2500, resolve));

    const session = await openSession(targetOf(device), labOptions({ beforeLogin, budgets: { connectMs: 2000 } }));
    await session.close();

    expect(device.record.logins.map(({ accepted }) => accepted)).toEqual([true]);
  }),
);

test('the guard is asked once, also when the file needs a second connection', () =>
  onDevice(aos({ fault: 'one-channel' }), async (device) => {
    let asked = 0;
    const beforeLogin = () => Promise.resolve(void (asked += 1));

    await withSession(device, (session) => session.fetch('/flash/working/vcboot.cfg'), labOptions({ beforeLogin }));

    expect(asked).toBe(1);
  }));
