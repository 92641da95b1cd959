import { expect, onTestFinished, test } from 'vitest';
import { explainFinding } from '../../../../electron/engine/judge/explain';
import { takeSeat } from '../../../../electron/engine/access/bastion-seats';
import { SessionError, type OpenSession, type SessionOptions } from '../../../../electron/engine/session/session';
import { defaultSettings } from '../../../../shared/model/settings';
import { aDevice, startRun } from './run-parts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `sw-${index}`);
const withBudget = (deviceMs: number) => ({ budgets: { ...defaultSettings().budgets, deviceMs }, concurrency: 50 });

/** Works on a device for so long, and then nothing more comes of it; stopped earlier, it is cancelled. */
function workFor(ms: number, { clock, signal }: SessionOptions): Promise<never> {
  return new Promise((_, reject) => {
    const end = (code: 'net.timeout' | 'device.cancelled') => reject(new SessionError(code, {}, 'auth', null));
    clock.after(ms, () => end('net.timeout'));
    signal.addEventListener('abort', () => end('device.cancelled'));
  });
}

test.each([
  ['of a known make', { preset: 'jumpserver' }],
  ['with a numbered menu', { preset: 'menu' }],
  ['with steps of its own', { steps: [{ wait: '>', send: '{host}' }] }],
])('a bastion %s is passed over, also when the user named it', async (_, bastion) => {
  const opened: string[] = [];
  const open: OpenSession = (target) => {
    opened.push(target.host);
    return Promise.reject(new SessionError('net.refused', {}, 'tcp', null));
  };
  const devices = [
    aDevice('menu', { host: '192.0.2.1', bastion }),
    aDevice('shell', { host: '192.0.2.2', bastion: { preset: 'linux' } }),
    aDevice('marked', { host: '192.0.2.3', bastion, isSkipped: true }),
  ];

  const { outcomes, done } = startRun(devices, open);
  await done;
  const named = startRun(devices, open, { withSkipped: true });
  await named.done;

  expect(opened).toEqual(['192.0.2.2', '192.0.2.2']);
  expect(outcomes.map(({ device, code }) => [device.name, code]).sort()).toEqual([
    ['marked', 'device.skipped'],
    ['menu', 'device.is-bastion'],
    ['shell', 'net.refused'],
  ]);
  expect(named.outcomes.map(({ device, code }) => [device.name, code]).sort()).toEqual([
    ['marked', 'device.is-bastion'],
    ['menu', 'device.is-bastion'],
    ['shell', 'net.refused'],
  ]);
});

test('a bastion that was passed over is called skipped, and nothing is to be done about it', async () => {
  const { outcomes, done } = startRun([aDevice('menu', { bastion: { preset: 'jumpserver' } })], () =>
    Promise.reject(new Error('opened')),
  );
  await done;
  const [finding] = outcomes[0]?.findings ?? [];

  expect(finding).toMatchObject({ level: 'unknown', reason: 'skipped', code: 'device.is-bastion' });
  expect(finding && explainFinding(finding, 'zh-CN')).toMatchObject({
    sentence: '菜单式堡垒机，没有可执行命令的命令行，已跳过',
    advice: '无需处理；其后的设备经它登录，各自检查。',
  });
  expect(finding && explainFinding(finding, 'en').sentence).toMatch(/skipped$/);
});

test('waiting for a seat on a bastion costs a device none of its own time', async () => {
  const bastion = { host: '192.0.2.1', port: 22, protocol: 'ssh', username: 'hop', password: 'p' } as const;
  const open: OpenSession = async (_, options) => {
    const seat = await takeSeat({ ...bastion, enableSecret: undefined }, 1, options);
    return workFor(40_000, options).finally(seat.release);
  };

  const { clock, outcomes, done } = startRun(
    names(5).map((name) => aDevice(name)),
    open,
    {
      settings: withBudget(60_000),
    },
  );
  await clock.advanceAsync(5 * 40_000);
  await done;

  expect(outcomes.map(({ code, ms }) => [code, ms.total])).toEqual(
    [1, 2, 3, 4, 5].map((turn) => ['net.timeout', turn * 40_000]),
  );
});

test('from the seat on, the time of a device is counted', async () => {
  const bastion = { host: '192.0.2.1', port: 22, protocol: 'ssh', username: 'hop', password: 'p' } as const;
  const open: OpenSession = async (_, options) => {
    const seat = await takeSeat({ ...bastion, enableSecret: undefined }, 1, options);
    return workFor(100_000, options).finally(seat.release);
  };

  const { clock, outcomes, done } = startRun([aDevice('one'), aDevice('two')], open, { settings: withBudget(60_000) });
  await clock.advanceAsync(120_000);
  await done;

  expect(outcomes.map(({ code, ms }) => [code, ms.total])).toEqual([
    ['device.timeout', 60_000],
    ['device.timeout', 120_000],
  ]);
});

test('waiting until others have tried the same credential costs a device none of its own time', async () => {
  const open: OpenSession = async (target, options) => {
    await options.beforeLogin?.(target);
    return workFor(4_000, options);
  };

  const { clock, outcomes, done } = startRun(
    names(6).map((name) => aDevice(name)),
    open,
    {
      settings: withBudget(5_000),
      password: 'the same everywhere',
    },
  );
  await clock.advanceAsync(12_000);
  await done;

  expect(outcomes.map(({ code, ms }) => [code, ms.total])).toEqual(
    [4_000, 4_000, 8_000, 8_000, 12_000, 12_000].map((total) => ['net.timeout', total]),
  );
});

test('fifty devices at once are no leak of listeners', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on('warning', onWarning);
  onTestFinished(() => void process.off('warning', onWarning));
  let atWork = 0;
  const open: OpenSession = (_, options) => {
    atWork += 1;
    return workFor(1_000, options);
  };

  const { clock, outcomes, done } = startRun(
    names(50).map((name) => aDevice(name)),
    open,
    {
      settings: withBudget(60_000),
    },
  );
  await clock.advanceAsync(0);
  const most = atWork;
  await clock.advanceAsync(1_000);
  await done;

  expect([most, outcomes.length]).toEqual([50, 50]);
  expect(warnings.map(({ message }) => message)).toEqual([]);
});
