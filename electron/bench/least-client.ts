import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Client, type ClientChannel, type SFTPWrapper } from 'ssh2';
import type { FleetEntry } from './fleet-process';
import { commands, configPath } from './work';

/**
 * The yardstick: the least code that ssh2 needs for the same work on healthy devices. Connects, opens a shell, sends
 * the commands prompt by prompt, fetches the file on the same connection, writes the same files. It proves nothing,
 * has no budgets and judges nothing, waits for no disk and for no farewell.
 *
 * @param words inventory file, folder to write to, sessions at the same time
 */
export async function leastClient([inventory = '', out = '', concurrency = '1']: readonly string[]): Promise<number> {
  const devices = JSON.parse(readFileSync(inventory, 'utf8')) as readonly FleetEntry[]; // written by the benchmark
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
  const outputs: string[] = [];
  for (const command of commands) {
    shell.write(`${command}\n`);
    const text = (await read(prompt)).replaceAll('\r\n', '\n');
    outputs.push(text.slice(text.indexOf('\n') + 1, -prompt.length));
  }
  const file = await fetchFile(client);
  shell.end('exit\n');
  client.end();
  const transcripts = join(out, 'transcripts', device.name);
  const configs = join(out, 'configs', device.name);
  for (const folder of [transcripts, configs]) mkdirSync(folder, { recursive: true });
  for (const [index, command] of commands.entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${command.replaceAll(' ', '-')}.txt`;
    writeFileSync(join(transcripts, name), outputs[index] ?? '');
  }
  writeFileSync(join(configs, basename(configPath)), file);
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

/** Bytes asked for at once; two such reads are under way, and nobody asks for the file's size first. */
const readSize = 32_768;

async function fetchFile(client: Client): Promise<Buffer> {
  const sftp = await new Promise<SFTPWrapper>((resolve, reject) =>
    client.sftp((error, channel) => (error ? reject(error) : resolve(channel))),
  );
  const handle = await new Promise<Buffer>((resolve, reject) =>
    sftp.open(configPath, 'r', (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const parts: Buffer[] = [];
  let next = 0;
  let hasEnded = false;
  const readOn = async (): Promise<void> => {
    while (!hasEnded) {
      const at = next++;
      const part = await readPart(sftp, handle, at * readSize);
      if (part.length > 0) parts[at] = part;
      hasEnded ||= part.length < readSize;
    }
  };
  await Promise.all([readOn(), readOn()]);
  sftp.close(handle, () => undefined);
  return Buffer.concat(parts);
}

/** What the file holds from `from` on; shorter than `readSize` at its end, where the server says so by an error. */
function readPart(sftp: SFTPWrapper, handle: Buffer, from: number): Promise<Buffer> {
  const part = Buffer.allocUnsafe(readSize);
  const endOfFile = 1;
  return new Promise((resolve, reject) => {
    const readMore = (have: number): void =>
      sftp.read(handle, part, have, readSize - have, from + have, (error, count) => {
        if (error && (error as { readonly code?: unknown }).code !== endOfFile) return reject(error);
        const got = have + (error ? 0 : count);
        return !error && count > 0 && got < readSize ? readMore(got) : resolve(part.subarray(0, got));
      });
    readMore(0);
  });
}
