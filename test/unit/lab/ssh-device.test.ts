import { expect, test } from 'vitest';
import { withFleet } from '../../support/lab';
import { connect, openFiles, openShell, readFile } from './ssh-terminal';

const spec = { name: 'sw1', personality: 'os6860-aos8' };
const prompt = 'HQ-B2-OS6860-> ';
const wire = (text: string) => text.replaceAll('\n', '\r\n');

test('a command is echoed, answered with CR LF, and followed by the prompt', () =>
  withFleet([spec], async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));

    const welcome = await shell.until(prompt);
    shell.type('show health\r');
    const answer = await shell.until(prompt);

    expect(welcome).toBe(`\r\n${prompt}`);
    expect(answer).toBe(`show health\r\n${wire(device.expected.transcript('show health'))}${prompt}`);
    expect(answer).toContain('Memory                    10       10      10      10\r\n');
  }));

test('what was sent with a time in it is what is expected', () =>
  withFleet([spec], async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));
    await shell.until(prompt);

    shell.type('show system\r');
    const answer = await shell.until(prompt);

    expect(answer).toBe(`show system\r\n${wire(device.expected.transcript('show system'))}${prompt}`);
    expect(answer).toMatch(/Up Time: {6}63 days 6 hours \d+ minutes and \d+ seconds,/);
    expect(answer).not.toContain('{{');
  }));

test('keyboard-interactive opens the device too', () =>
  withFleet([{ name: 'small', personality: 'os2260-aos5' }], async (fleet) => {
    const device = fleet.device('small');
    const answers: string[] = [];

    const client = await connect(device, { password: undefined, tryKeyboard: true }, (question) => {
      answers.push(question);
      return device.password;
    });
    const shell = await openShell(client);
    await shell.until('OS2260-> ');

    expect(answers).toEqual(['(inspector@os2260) Password:']);
    expect(device.record.logins).toEqual([{ user: 'inspector', method: 'keyboard-interactive', accepted: true }]);
  }));

test('bytes may come one by one, with a backspace among them', () =>
  withFleet([spec], async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));
    await shell.until(prompt);

    for (const character of 'show fanx\b\r') shell.type(character);
    const answer = await shell.until(prompt);

    expect(answer).toBe(`show fanx\b \b\r\n${wire(device.expected.transcript('show fan'))}${prompt}`);
    expect(device.record.sessions[0]?.commands).toEqual(['show fan']);
  }));

test('commands typed ahead are answered in turn', () =>
  withFleet([{ ...spec, thinkMs: 5 }], async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));
    await shell.until(prompt);

    shell.type('show fan\r\nshow powersupply\r\n\r\n');
    const answer = await shell.until(`${prompt}\r\n${prompt}`);

    const part = (command: string) => `${command}\r\n${wire(device.expected.transcript(command))}${prompt}`;
    expect(answer).toBe(`${part('show fan')}${part('show powersupply')}\r\n${prompt}`);
  }));

test('an unknown word is named in the refusal', () =>
  withFleet([spec], async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));
    await shell.until(prompt);

    shell.type('show microcodes working\r');
    const answer = await shell.until(prompt);
    shell.type('no more\r');
    const pagerAnswer = await shell.until(prompt);

    expect(answer).toBe(`show microcodes working\r\nERROR: Invalid entry: "microcodes"\r\n${prompt}`);
    expect(pagerAnswer).toBe(`no more\r\nERROR: Invalid entry: "no"\r\n${prompt}`);
    expect(device.expected.transcript('show microcodes working')).toBe('ERROR: Invalid entry: "microcodes"\n');
  }));

test('exit is counted as a log-out, a disconnect as closed, a connection that is gone as dropped', () =>
  withFleet([spec, { ...spec, name: 'sw2' }, { ...spec, name: 'sw3' }], async (fleet) => {
    const shell = await openShell(await connect(fleet.device('sw1')));
    await shell.until(prompt);
    const other = await connect(fleet.device('sw2'));
    await (await openShell(other)).until(prompt);
    const third = await connect(fleet.device('sw3'));
    await (await openShell(third)).until(prompt);

    shell.type('exit\r');
    await shell.ended;
    other.destroy();
    third.end();
    await expect.poll(() => fleet.stats().openConnections).toBe(1);

    expect(fleet.device('sw1').record.sessions.map(({ end }) => end)).toEqual(['logged-out']);
    expect(fleet.device('sw2').record.sessions.map(({ end }) => end)).toEqual(['dropped']);
    expect(fleet.device('sw3').record.sessions.map(({ end }) => end)).toEqual(['closed']);
    expect(fleet.stats()).toMatchObject({ sessions: 3, loggedOut: 1, closed: 1, dropped: 1, loginTries: 3 });
  }));

test('a file comes byte by byte as it is, in the size that was asked for', () =>
  withFleet([{ ...spec, fileBytes: 20_480 }], async (fleet) => {
    const device = fleet.device('sw1');
    const sftp = await openFiles(await connect(device));

    const boot = await readFile(sftp, '/flash/working/vcboot.cfg');
    const setup = await readFile(sftp, '/flash/working/vcsetup.cfg');

    expect(boot.length).toBe(20_480);
    expect(boot.equals(device.expected.files.get('/flash/working/vcboot.cfg') ?? Buffer.alloc(0))).toBe(true);
    expect(boot.toString()).toContain('system name "HQ-B2-OS6860"');
    expect(boot.at(-1)).toBe(0x0a);
    expect(setup.toString()).toMatch(/^!={40}!\n! File: \/flash\/working\/vcsetup.cfg/);
    expect(device.record.filesRead).toEqual(['/flash/working/vcboot.cfg', '/flash/working/vcsetup.cfg']);
  }));

test('a file cannot be written, and the attempt is counted', () =>
  withFleet([spec], async (fleet) => {
    const device = fleet.device('sw1');
    const sftp = await openFiles(await connect(device));

    const writing = new Promise<Error | undefined>((resolve) =>
      sftp.writeFile('/flash/working/vcboot.cfg', 'x', (error) => resolve(error ?? undefined)),
    );

    expect((await writing)?.message).toMatch(/permission denied/i);
    expect(device.record.writesTried).toBe(1);
  }));

test('a host name with blanks and Chinese stands in prompt, outputs and file', () =>
  withFleet([{ ...spec, hostName: '机房-A (core)' }], async (fleet) => {
    const device = fleet.device('sw1');
    const client = await connect(device);
    const shell = await openShell(client);
    await shell.until('机房-A (core)-> ');

    shell.type('show system\r');
    const answer = await shell.until('机房-A (core)-> ');
    const file = await readFile(await openFiles(client), '/flash/working/vcboot.cfg');

    expect(answer).toContain('Name:         机房-A (core),\r\n');
    expect(file.toString()).toContain('system name "机房-A (core)"');
  }));

test('Ctrl-C stops a slow command', () =>
  withFleet([{ ...spec, thinkMs: 60_000 }], async (fleet) => {
    const shell = await openShell(await connect(fleet.device('sw1')));
    await shell.until(prompt);

    shell.type('show health\r');
    await shell.until('show health\r\n');
    shell.type('\x03');

    expect(await shell.until(prompt)).toBe(`^C\r\n${prompt}`);
  }));

test('a command by exec is answered without echo and prompt', () =>
  withFleet([spec], async (fleet) => {
    const device = fleet.device('sw1');
    const client = await connect(device);

    const output = await new Promise<string>((resolve, reject) =>
      client.exec('show fan', (error, channel) => {
        if (error !== undefined) return reject(error);
        let text = '';
        channel.on('data', (bytes: Buffer) => (text += bytes.toString()));
        channel.on('close', () => resolve(text));
      }),
    );

    expect(output).toBe(device.expected.transcript('show fan'));
  }));
