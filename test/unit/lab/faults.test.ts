import { connect as connectTcp, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { demoSpecs } from '../../../electron/lab/demo-fleet';
import type { DeviceSpec, LabDevice } from '../../../electron/lab/device-spec';
import { faults, isFaultName, type FaultName } from '../../../electron/lab/faults';
import { withFleet } from '../../support/lab';
import { connect, openFiles, openShell, readFile } from './ssh-terminal';

const prompt = 'HQ-B2-OS6860-> ';
const with6860 = (fault: FaultName, more: Partial<DeviceSpec> = {}): DeviceSpec[] => [
  { name: 'sw1', personality: 'os6860-aos8', fault, ...more },
];

/** Opens a bare TCP connection and tells what became of it. */
function tcp({ host, port }: LabDevice): Promise<{ socket: Socket; error: string | undefined }> {
  return new Promise((resolve) => {
    const socket = connectTcp({ host, port });
    socket.on('connect', () => resolve({ socket, error: undefined }));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve({ socket, error: error.code }));
  });
}

test.each(['os6860-aos8', 'ngfw-telnet'])('refused: nobody listens (%s)', (personality) =>
  withFleet([{ name: 'x', personality, fault: 'refused' }], async (fleet) => {
    expect((await tcp(fleet.device('x'))).error).toBe('ECONNREFUSED');
  }),
);

test.each(['os6860-aos8', 'ngfw-telnet'])('silent: the connection stands, not a byte comes (%s)', (personality) =>
  withFleet(
    [
      { name: 'mute', personality, fault: 'silent' },
      { name: 'talks', personality },
    ],
    async (fleet) => {
      const mute = await tcp(fleet.device('mute'));
      const talks = await tcp(fleet.device('talks'));
      mute.socket.write('SSH-2.0-test\r\n');
      talks.socket.write('SSH-2.0-test\r\n');

      await new Promise((resolve) => talks.socket.once('data', resolve));

      expect(mute.socket.bytesRead).toBe(0);
      expect(mute.socket.destroyed).toBe(false);
      expect(fleet.device('mute').record.openConnections).toBe(1);

      mute.socket.end();

      await expect.poll(() => fleet.device('mute').record.openConnections).toBe(0);
    },
  ),
);

test('wrong-password: the stored password is refused, each try is written down', () =>
  withFleet(with6860('wrong-password'), async (fleet) => {
    const device = fleet.device('sw1');

    await expect(connect(device)).rejects.toThrow(/authentication methods failed/);

    expect(device.record.logins).toEqual([{ user: 'inspector', method: 'password', accepted: false }]);
    expect(JSON.stringify(device.record)).not.toContain(device.password);
  }));

test('hang-mid-command: the third answer stops half-way and Ctrl-C does not help', () =>
  withFleet(with6860('hang-mid-command'), async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));
    await shell.until(prompt);
    for (const command of ['show fan', 'show powersupply']) {
      shell.type(`${command}\r`);
      await shell.until(prompt);
    }
    const whole = device.expected.transcript('show temperature').replaceAll('\n', '\r\n');
    const half = whole.slice(0, Math.floor(whole.length / 2));

    shell.type('show temperature\r');
    const answer = await shell.until(half);
    shell.type('\x03\r\r');

    expect(answer).toBe(`show temperature\r\n${half}`);
    expect(device.record.sessions[0]).toMatchObject({ end: 'open' });
  }));

test('cut-mid-output: show health breaks off with the connection', () =>
  withFleet(with6860('cut-mid-output'), async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));
    await shell.until(prompt);
    shell.type('show fan\r');
    await shell.until(prompt);

    shell.type('show health\r');
    await shell.ended;

    expect(shell.seen()).toMatch(/^show health\r\nCMM {20}Current/);
    expect(shell.seen()).not.toContain('Memory');
    expect(device.record.sessions[0]).toMatchObject({ end: 'cut-by-device' });
    await expect.poll(() => device.record.openConnections).toBe(0);
  }));

test('no-sftp: the shell works, SFTP is refused', () =>
  withFleet(with6860('no-sftp'), async (fleet) => {
    const client = await connect(fleet.device('sw1'));
    await (await openShell(client)).until(prompt);

    await expect(openFiles(client)).rejects.toThrow();
  }));

test('one-channel: no SFTP beside the shell, but alone', () =>
  withFleet(with6860('one-channel'), async (fleet) => {
    const client = await connect(fleet.device('sw1'));
    await (await openShell(client)).until(prompt);

    await expect(openFiles(client)).rejects.toThrow(/Channel open failure/);
    const sftp = await openFiles(await connect(fleet.device('sw1')));

    expect((await readFile(sftp, '/flash/working/vcsetup.cfg')).length).toBeGreaterThan(100);
  }));

test('sftp-short: fewer bytes come than the size says', () =>
  withFleet(with6860('sftp-short'), async (fleet) => {
    const sftp = await openFiles(await connect(fleet.device('sw1')));
    const path = '/flash/working/vcboot.cfg';
    const size = await new Promise((resolve) => sftp.stat(path, (_error, stats) => resolve(stats.size)));
    const first = await new Promise<Buffer>((resolve, reject) => {
      const chunks: Buffer[] = [];
      const stream = sftp.createReadStream(path, { end: Number(size) });
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('close', () => resolve(Buffer.concat(chunks)));
    });

    expect(size).toBe(fleet.device('sw1').expected.files.get(path)?.length);
    expect(first.length).toBe(Math.floor(Number(size) / 2));
  }));

test('slow: the answer takes its time', () =>
  withFleet(with6860('slow'), async (fleet) => {
    const shell = await openShell(await connect(fleet.device('sw1')));
    await shell.until(prompt);
    const startedAt = performance.now();

    shell.type('show fan\r');
    await shell.until(prompt);

    expect(performance.now() - startedAt).toBeGreaterThan(1900);
  }));

test('host-key-changed: every start shows another key, even where keys are kept', async () => {
  const keys: string[] = [];
  const hostVerifier = (key: Buffer) => keys.push(key.toString('base64')) > 0;
  for (const fault of ['host-key-changed', 'host-key-changed'] as const)
    await withFleet(with6860(fault), async (fleet) => void (await connect(fleet.device('sw1'), { hostVerifier })));

  expect(new Set(keys).size).toBe(2);
});

test('changeHostKey: the next connection meets another key', () =>
  withFleet([{ name: 'sw1', personality: 'os6860-aos8' }], async (fleet) => {
    const keys: string[] = [];
    const hostVerifier = (key: Buffer) => keys.push(key.toString('base64')) > 0;
    await connect(fleet.device('sw1'), { hostVerifier });
    await connect(fleet.device('sw1'), { hostVerifier });

    fleet.device('sw1').changeHostKey();
    await connect(fleet.device('sw1'), { hostVerifier });

    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  }));

test('banner-prompt: a line like a prompt comes before the prompt', () =>
  withFleet(with6860('banner-prompt'), async (fleet) => {
    const shell = await openShell(await connect(fleet.device('sw1')));

    const lookalike = await shell.until('noc-duty# ');
    const rest = await shell.until(prompt);

    expect(lookalike).toContain('Planned work tonight');
    expect(rest).toBe(`\r\n${prompt}`);
  }));

test('question: the prompt comes after N, and not after Y', () =>
  withFleet(with6860('question'), async (fleet) => {
    const shell = await openShell(await connect(fleet.device('sw1')));
    await shell.until('Change now? [Y/N]: ');

    shell.type('maybe\r');
    await shell.until('Change now? [Y/N]: ');
    shell.type('N\r');

    expect(await shell.until(prompt)).toBe(`N\r\n${prompt}`);
  }));

test('pager: a page at a time until a blank is typed; it cannot be turned off', () =>
  withFleet(with6860('pager', { personality: 'os6450-aos6' }), async (fleet) => {
    const device = fleet.device('sw1');
    const question = 'More? [next screen <sp>, next line <cr>, filter pattern </>, quit </>]';
    const shell = await openShell(await connect(device));
    await shell.until('\r\n-> ');
    shell.type('no more\r');
    const refusal = await shell.until('\r\n-> ');

    shell.type('show interfaces status\r');
    const first = await shell.until(question);
    shell.type(' ');
    const second = await shell.until('\r\n-> ');

    const pages = first.replace('show interfaces status\r\n', '').replace(question, '');
    const wiped = second.replace(`\r${' '.repeat(question.length)}\r`, '').replace(/-> $/, '');
    expect(refusal).toContain('ERROR: Invalid entry: "no"');
    expect(pages.split('\r\n')).toHaveLength(24);
    expect(`${pages}${wiped}`.replaceAll('\r\n', '\n')).toBe(device.expected.transcript('show interfaces status'));
  }));

test('drop-after-login: the shell opens and is gone', () =>
  withFleet(with6860('drop-after-login'), async (fleet) => {
    const shell = await openShell(await connect(fleet.device('sw1')));

    await shell.ended;

    expect(shell.seen()).toBe('\r\n');
    expect(fleet.stats()).toMatchObject({ sessions: 1, cutByDevice: 1 });
  }));

test('lookalike: the prompt stands in the middle of the answer, as a line of it', () =>
  withFleet(with6860('lookalike'), async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));
    await shell.until(prompt);

    shell.type('show health\r');
    const first = await shell.until(`\n${prompt}`);
    const second = await shell.until(`\r\n\r\n${prompt}`);

    const answer = `${first}${second}`.slice('show health\r\n'.length, -prompt.length);
    expect(answer.replaceAll('\r\n', '\n')).toBe(device.expected.transcript('show health'));
    expect(answer.split('\r\n')).toContain(prompt);
  }));

test('late-log: a console message follows the prompt of the second answer', () =>
  withFleet(with6860('late-log'), async (fleet) => {
    const shell = await openShell(await connect(fleet.device('sw1')));
    await shell.until(prompt);
    shell.type('show fan\r');
    await shell.until(prompt);

    shell.type('show health\r');
    const answer = await shell.until('changed to up\r\n');

    expect(answer).toContain(`${prompt}\r\nSun Mar  1 10:00:00 : PORT-MGR port INFO message:\r\n`);
  }));

test('legacy-ssh: modern sets find nothing in common, old ones do', () =>
  withFleet(with6860('legacy-ssh'), async (fleet) => {
    const device = fleet.device('sw1');
    const modern = { kex: ['curve25519-sha256' as const] };
    const old = {
      kex: ['diffie-hellman-group14-sha1' as const],
      serverHostKey: ['ssh-rsa' as const],
      cipher: ['aes128-cbc' as const],
      hmac: ['hmac-sha1' as const],
    };

    await expect(connect(device, { algorithms: modern })).rejects.toThrow(/no matching/);
    await connect(device, { algorithms: old });

    expect(device.record.logins).toHaveLength(1);
  }));

test('every fault is explained in both languages and the demo uses known ones', () => {
  for (const { about } of Object.values(faults)) {
    expect(about['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(about.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  }
  expect(demoSpecs.flatMap(({ fault }) => fault ?? []).every(isFaultName)).toBe(true);
});
