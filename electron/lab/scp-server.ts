import { posix } from 'node:path';
import type { ServerChannel } from 'ssh2';
import type { SimulatedDevice } from './simulated-device';

/** The path that an exec request wants to read by SCP; undefined when it wants something else. */
export function scpPath(command: string): string | undefined {
  return /^scp -f '?([^']+)'?$/.exec(command)?.[1];
}

/** Sends one file as `scp -f` does: each step waits for the word of the other end. */
export function serveScp(device: SimulatedDevice, channel: ServerChannel, path: string): void {
  // A client that goes away in mid-transfer is an everyday event for a device.
  channel.on('error', () => channel.close());
  const file = device.expected.files.get(posix.resolve('/', path));
  let step = 0;
  const end = (code: number): void => {
    channel.exit(code);
    channel.end();
  };
  channel.on('data', () => {
    if (device.spec.scp === 'silent') return;
    step += 1;
    if (file === undefined) {
      channel.write(`\x01scp: ${path}: No such file or directory\n`);
      return end(1);
    }
    if (step === 1) return void channel.write(`C0644 ${file.length} ${posix.basename(path)}\n`);
    if (step > 2) return end(0);
    device.record.filesRead.push(posix.resolve('/', path));
    const isShort = device.spec.scp === 'short';
    channel.write(isShort ? file.subarray(0, file.length >> 1) : Buffer.concat([file, Buffer.from([0])]));
    if (isShort) end(1);
  });
}
