import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Client, type ClientChannel, type SFTPWrapper } from 'ssh2';
import type { FleetEntry } from './fleet-process';
import { commands, configPath } from './work';

/**
 * The yardstick: the least code that ssh2 needs for the same work on healthy devices. Connects, opens a shell, sends
 * the commands prompt by prompt, fetches the file on the same connection, writes the same files. It proves nothing,
 * has no budgets and judges nothing.
 *
 * @param words inventory file, folder to write to, sessions at the same time
 */
export async function leastClient([inventory = '', out = '', concurrency = '1']: readonly string[]): Promise<number> {
  const devices = JSON.parse(await readFile(inventory, 'utf8')) as readonly FleetEntry[]; // written by the benchmark
  const waiting = devices.values();
  const work = async () => {
    for (const device of waiting) await inspect(device, out);
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, work));
  return 0;
}

async function inspect(device: FleetEntry, out: string): Promise<void> {
  const client = await connect(device);
  const shell = await new Promise<ClientChannel>((resolve, reject) =>
    client.shell({ term: 'vt100', cols: 512, rows: 0 }, (error, channel) => (error ? reject(error) : resolve(channel))),
  );
  const read = promptReader(shell);
  const prompt = (await read()).split('\n').at(-1) ?? '';
  const folder = join(out, 'transcripts', device.name);
  await mkdir(folder, { recursive: true });
  for (const [index, command] of commands.entries()) {
    shell.write(`${command}\n`);
    const text = (await read(prompt)).replaceAll('\r\n', '\n');
    const output = text.slice(text.indexOf('\n') + 1, -prompt.length);
    await writeFile(join(folder, `${String(index + 1).padStart(2, '0')}-${command.replaceAll(' ', '-')}.txt`), output);
  }
  const file = await fetchFile(client);
  createHash('sha256').update(file).digest('hex');
  await mkdir(join(out, 'configs', device.name), { recursive: true });
  await writeFile(join(out, 'configs', device.name, basename(configPath)), file);
  const closed = new Promise<void>((resolve) => client.on('close', () => resolve()));
  shell.write('exit\n');
  client.end();
  await closed;
}

function connect({ host, port, username, password }: FleetEntry): Promise<Client> {
  const client = new Client();
  return new Promise((resolve, reject) => {
    client
      .on('connect', () => client.setNoDelay(true))
      .once('ready', () => resolve(client))
      .on('error', reject)
      .on('close', () => reject(new Error('closed')));
    client.connect({ host, port, username, password, authHandler: ['password'] });
  });
}

/** Reads until the text ends in the prompt, or for the first time in what looks like one. */
function promptReader(shell: ClientChannel): (prompt?: string) => Promise<string> {
  let text = '';
  let look: () => void = () => undefined;
  shell.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    look();
  });
  return (prompt) =>
    new Promise((resolve) => {
      look = () => {
        if (prompt === undefined ? !/[>#] ?$/.test(text) : !text.endsWith(`\n${prompt}`)) return;
        const whole = text;
        text = '';
        resolve(whole);
      };
      look();
    });
}

async function fetchFile(client: Client): Promise<Buffer> {
  const sftp = await new Promise<SFTPWrapper>((resolve, reject) =>
    client.sftp((error, channel) => (error ? reject(error) : resolve(channel))),
  );
  return new Promise((resolve, reject) =>
    sftp.readFile(configPath, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  );
}
