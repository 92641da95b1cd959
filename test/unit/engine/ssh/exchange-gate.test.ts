import { createDiffieHellmanGroup, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import * as bigIntegers from '../../../../electron/engine/ssh/crypto/big-integers';
import { BigIntDiffieHellman, exchangeOver } from '../../../../electron/engine/ssh/crypto/diffie-hellman';
import '../../../../electron/engine/ssh/crypto/electron-crypto';
import { ExchangeGate } from '../../../../electron/engine/ssh/exchange-gate';
import { eventually } from '../../../support/eventually';

const byGroup = 'diffie-hellman-group-exchange-sha256';
const byName = 'diffie-hellman-group1-sha1';

const word = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
const text = (bytes: Buffer | string): Buffer => Buffer.concat([word(bytes.length), Buffer.from(bytes)]);
const packet = (...parts: readonly Buffer[]): Buffer => {
  const payload = Buffer.concat(parts);
  return Buffer.concat([word(payload.length + 5), Buffer.from([4]), payload, randomBytes(4)]);
};
const message = (type: number, ...parts: readonly Buffer[]): Buffer => packet(Buffer.from([type]), ...parts);

const methods = (name: string): Buffer => message(20, randomBytes(16), text(name));
const newKeys = message(21);
const name = Buffer.from('a banner line\r\nSSH-2.0-Device\r\n');

/** A stream with a reader as the SSH library is one, and what that reads in each turn. */
async function gated(offered: readonly string[], read: (chunk: Buffer) => void) {
  const stream = new PassThrough();
  stream.pause();
  const gate = new ExchangeGate(stream, offered);
  const chunks: Buffer[] = [];
  const onData = (chunk: Buffer): void => {
    chunks.push(chunk);
    read(chunk);
  };
  stream.on('data', onData);
  stream.resume();
  await once(stream, 'resume');
  return { stream, gate, chunks, onData };
}

/** Resolves when the reader has read so many chunks. */
const haveCome = (chunks: readonly Buffer[], count: number) => eventually(() => expect(chunks).toHaveLength(count));

test.each([
  { offered: [byGroup, byName], theirs: `x,${byGroup}`, isByGroup: true },
  { offered: [byGroup, byName], theirs: byName, isByGroup: false },
])(
  'both values of an exchange by $theirs are ready when the library asks for them',
  async ({ offered, theirs, isByGroup }) => {
    const device = createDiffieHellmanGroup('modp2');
    const deviceKey = device.generateKeys();
    const [prime, generator] = [device.getPrime(), device.getGenerator()];
    const group = isByGroup ? [message(31, text(prime), text(generator))] : [];
    const reply = message(isByGroup ? 33 : 31, text('host key'), text(deviceKey), text('signature'));
    const done: string[] = [];
    let exchange: BigIntDiffieHellman | undefined;
    const atOnce = vi.spyOn(bigIntegers, 'powerModulo');
    const { stream, gate, chunks } = await gated(offered, (chunk) => {
      const turn = isByGroup ? chunk.subarray(5)[0] === 31 : chunk.subarray(5)[0] === 20;
      if (turn) {
        exchange = exchangeOver(bigIntegers.fromBytes(prime), bigIntegers.fromBytes(generator));
        done.push(String(Reflect.get(exchange, 'isReady')));
        exchange.generateKeys();
      }
      if (chunk.equals(reply)) done.push(String(Reflect.get(exchange ?? {}, 'secret') !== undefined));
    });

    const sent = [name, methods(theirs), ...group, reply, newKeys];
    for (const [index, each] of sent.entries()) {
      stream.write(each);
      await haveCome(chunks, index + 1);
    }

    expect(done).toEqual(['true', 'true']);
    expect(atOnce).not.toHaveBeenCalled();
    expect(Buffer.concat(chunks)).toEqual(Buffer.concat(sent));
    expect(gate.primeBits).toBe(1024);
    expect(exchange?.computeSecret(deviceKey)).toEqual(
      device.computeSecret(exchange?.getPublicKey() ?? Buffer.alloc(0)),
    );
  },
);

test('bytes arrive whole and in order however they are cut, and the library reads alone after the keys', async () => {
  const group = createDiffieHellmanGroup('modp2');
  const all = Buffer.concat([
    name,
    methods(byGroup),
    message(31, text(group.getPrime()), text(group.getGenerator())),
    message(33, text('key'), text(group.generateKeys()), text('')),
    newKeys,
    randomBytes(500),
  ]);
  const { stream, chunks, onData } = await gated([byGroup], () => undefined);

  for (let at = 0; at < all.length; at += 7) stream.write(all.subarray(at, at + 7));

  await eventually(() => expect(Buffer.concat(chunks)).toEqual(all));
  expect(stream.listeners('data')).toEqual([onData]);
});

test.each([
  ['no SSH at all', Buffer.alloc(40_000, 'x')],
  ['a packet that is too long', Buffer.concat([name, word(1_000_000), randomBytes(50)])],
  ['a packet without a payload', Buffer.concat([name, word(4), Buffer.from([4]), randomBytes(50)])],
  ['a prime of nothing', Buffer.concat([name, methods(byGroup), message(31, text(''), text(''))])],
  [
    'a prime that is too large',
    Buffer.concat([name, methods(byGroup), message(31, text(Buffer.alloc(1200, 255)), text('2'))]),
  ],
  ['a group that is cut', Buffer.concat([name, methods(byGroup), message(31, word(90))])],
  ['a peer value of nothing', Buffer.concat([name, methods(byName), message(31, text('key'))])],
])('%s reaches the library as it came', async (_, bytes) => {
  const { stream, chunks } = await gated([byGroup, byName], () => undefined);

  stream.write(bytes);
  await haveCome(chunks, 1);
  stream.write('rest');

  await eventually(() => expect(Buffer.concat(chunks)).toEqual(Buffer.concat([bytes, Buffer.from('rest')])));
});

test('what comes while a message waits stays behind it, also when somebody resumes the stream', async () => {
  const group = createDiffieHellmanGroup('modp2');
  const { stream, chunks } = await gated([byGroup], () => undefined);
  const reply = message(33, text('key'), text(group.generateKeys()), text(''));
  const sent = [name, methods(byGroup), message(31, text(group.getPrime()), text(group.getGenerator())), reply];

  for (const each of [...sent, newKeys, Buffer.from('sealed')]) {
    stream.write(each);
    stream.resume();
  }

  const all = Buffer.concat([...sent, newKeys, Buffer.from('sealed')]);
  await eventually(() => expect(Buffer.concat(chunks)).toEqual(all));
});

test('a connection that ends while its numbers are worked out is left alone', async () => {
  const { stream, chunks } = await gated([byName], () => undefined);

  stream.write(name);
  await haveCome(chunks, 1);
  stream.write(methods(byName));
  await eventually(() => expect(stream.isPaused()).toBe(true));
  stream.destroy();
  await new Promise((resolve) => stream.once('close', resolve));
  await new Promise((resolve) => setImmediate(resolve));

  expect(chunks).toHaveLength(1);
});

test('two connections at the same time each know the bits of their own prime', async () => {
  const groups = ['modp2', 'modp5'].map((each) => createDiffieHellmanGroup(each));
  const both = await Promise.all(groups.map(() => gated([byGroup], () => undefined)));

  groups.forEach((group, index) => {
    const stream = both[index]?.stream;
    stream?.write(Buffer.concat([name, methods(byGroup)]));
    stream?.write(message(31, text(group.getPrime()), text(group.getGenerator())));
  });
  await Promise.all(
    both.map(({ chunks }) => eventually(() => expect(Buffer.concat(chunks).length).toBeGreaterThan(200))),
  );

  expect(both.map(({ gate }) => gate.primeBits)).toEqual([1024, 1536]);
});
