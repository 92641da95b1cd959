import { expect, test } from 'vitest';
import { answer } from '../../../electron/app/ipc-server';
import type { Handlers } from '../../../shared/contract/define';
import type { AppContract } from '../../../shared/contract/index';
import { AppError } from '../../../shared/errors';
import { silentLog } from '../../support/silent-log';

/** Handlers of which only the ones under test exist; any other call is a mistake of the test. */
function handlers(some: Partial<Handlers<AppContract>>) {
  return { handlers: some as Handlers<AppContract>, log: silentLog, clean: <T>(value: T) => value };
}

test('a call is answered with its value', async () => {
  const status = { mode: 'password', isLocked: false, isNew: false, hasKeyStore: false } as const;

  const reply = await answer('vault.status', undefined, handlers({ 'vault.status': () => status }));

  expect(reply).toEqual({ ok: true, value: status });
});

test('what is not in the contract does not leave main', async () => {
  const status = { mode: 'password', isLocked: false, isNew: false, hasKeyStore: false, dataKey: 'secret' } as const;

  const reply = await answer('vault.status', undefined, handlers({ 'vault.status': () => status }));

  expect(JSON.stringify(reply)).not.toContain('secret');
});

test.each([
  ['runs.start', { deviceIds: 'all' }],
  ['runs.start', undefined],
  ['vault.unlock', { password: 'x'.repeat(5000) }],
  ['devices.save', { name: '', host: '192.0.2.1' }],
])('%s with bad input %j is refused and the handler not asked', async (name, input) => {
  const asked: string[] = [];
  const spy = (): never => {
    asked.push(name);
    throw new Error('asked');
  };

  const reply = await answer(name, input, handlers({ 'runs.start': spy, 'vault.unlock': spy, 'devices.save': spy }));

  expect(reply).toMatchObject({ ok: false, code: 'args.invalid' });
  expect(asked).toEqual([]);
});

test.each(['no.such', 'runs.events', '__proto__', 'constructor', 42, null])('%s is no call', async (name) => {
  expect(await answer(name, undefined, handlers({}))).toMatchObject({ ok: false });
});

test("an error of the user's world keeps its code and values, our own mistakes become `internal` without words", async () => {
  const known = await answer(
    'vault.status',
    undefined,
    handlers({
      'vault.status': () => {
        throw new AppError('vault.locked', { file: 'x' });
      },
    }),
  );
  const ours = await answer(
    'vault.status',
    undefined,
    handlers({
      'vault.status': () => {
        throw new Error('password is hunter2');
      },
    }),
  );

  expect(known).toEqual({ ok: false, code: 'vault.locked', params: { file: 'x' } });
  expect(ours).toEqual({ ok: false, code: 'internal', params: {} });
});
