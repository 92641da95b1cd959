import type { AppInfo, AppState } from '../../../shared/contract/app';
import type { Handlers } from '../../../shared/contract/define';
import type { AppContract } from '../../../shared/contract/index';
import type { ReportDevice } from '../../../shared/model/report';
import type { RunEvent } from '../../../shared/model/run';
import { AppError } from '../../../shared/errors';
import { withPorts } from './made-up-ports';
import * as made from './made-up-data';
import type { Scene } from './scene';

declare global {
  interface Window {
    readonly scene: Scene;
    madeUp: { push(name: string, payload: unknown): void; stream(): void };
  }
}

const scene = window.scene;
const isEmpty = scene.name === 'empty' || scene.name === 'new';
const listeners = new Map<string, Set<(payload: unknown) => void>>();
const push = (name: string, payload: unknown): void => listeners.get(name)?.forEach((listener) => listener(payload));
const output = scene.report.devices[0]?.commands.map((each) => `${each.command}\n${each.text}\n`).join('\n') ?? '';

let devices = isEmpty ? [] : made.madeUpDevices(scene.devices);
let isLocked = scene.name === 'locked';
let isNew = scene.name === 'new';
let isPaused = false;
const snapshot = isEmpty ? null : made.madeUpSnapshot(devices, output);

function state(): AppState {
  return {
    running: snapshot?.run.id ?? null,
    lastRun: snapshot?.run.id ?? null,
    isPaused,
    nextRunAt: isEmpty || isPaused ? null : Date.now() + 40_000_000,
    messagesWaiting: isEmpty ? 0 : 1,
    messagesRefused: isEmpty ? 0 : 2,
  };
}

function info(): AppInfo {
  return {
    version: '0.1.0',
    runtime: 'Chromium',
    platform: 'linux-x64',
    dataFolder: '/home/user/.config/Xunjian',
    locale: scene.locale,
    theme: scene.theme,
    isFirstStart: isEmpty,
    notices:
      scene.name === 'error'
        ? [{ code: 'settings.invalid', params: { file: 'settings.json', kept: 'settings.bad' } }]
        : [],
    state: state(),
  };
}

function oneDevice(deviceId: string): ReportDevice {
  const place = devices.findIndex((device) => device.id === deviceId);
  const row = devices[place];
  const samples = scene.report.devices;
  const sample = samples[place % samples.length] ?? samples[0];
  if (row === undefined || sample === undefined) throw new AppError('device.not-found');
  // Every fifth device is a chassis full of ports.
  return { ...(place % 5 === 4 ? withPorts(sample, 100) : sample), ...made.identity(row) };
}

const vaultView = () => ({
  mode: isNew || scene.name === 'empty' ? ('session' as const) : ('password' as const),
  isLocked,
  isNew,
  hasKeyStore: false,
});

const handlers: Handlers<AppContract> = {
  'app.info': info,
  'app.catalogue': () => scene.catalogue,
  'app.startDemo': () => {
    devices = made.madeUpDevices(4);
    return { devices: 4 };
  },
  'app.openDataFolder': () => undefined,
  'devices.list': () => devices,
  'devices.save': (input) => ({
    ...input,
    bastion: input.bastion ?? undefined,
    id: input.id ?? devices[0]?.id ?? ('d-x' as never),
  }),
  'devices.remove': ({ ids }) => {
    devices = devices.filter((device) => !ids.includes(device.id));
  },
  'devices.test': ({ id }) => ({
    passed: ['tcp', 'banner', 'kex', 'host-key'],
    broken: 'auth',
    code: 'ssh.auth-failed',
    params: { host: devices.find((device) => device.id === id)?.host ?? '', username: 'inspector' },
    prompt: null,
    hostKey: 'SHA256:mVb1c0Zx2l0uM5oT3d9Qw8yJk4eR7fHs6aPnLgXcBvE',
    ms: 812,
  }),
  'devices.importPick': () => made.madeUpImport(made.madeUpDevices(24)),
  'devices.importConfirm': () => {
    devices = made.madeUpDevices(21);
    return { added: 16, updated: 5, left: 3 };
  },
  'devices.importDrop': () => undefined,
  'devices.export': ({ format }) => ({ path: `/home/user/devices.${format}` }),
  'devices.template': () => ({ path: '/home/user/template.xlsx' }),
  'runs.start': () => ({ runId: made.runningId }),
  'runs.cancel': () => undefined,
  'runs.snapshot': ({ runId }) => {
    if (runId === null || runId === snapshot?.run.id || snapshot === null) return snapshot;
    const row = made.madeUpReports(scene.devices).find((each) => each.run.id === runId);
    if (row === undefined) throw new AppError('run.not-found');
    const list = snapshot.devices.map((device, place) => ({
      ...device,
      state: 'finished' as const,
      verdict: made.verdictOfPlace(place),
      totalMs: 2000 + place,
      // The ledger keeps no live output.
      output: '',
    }));
    return { run: row.run, devices: list, seq: 1 };
  },
  'runs.list': () => [],
  'runs.device': ({ deviceId }) => oneDevice(deviceId),
  'reports.list': () => (isEmpty ? [] : made.madeUpReports(scene.devices)),
  'reports.html': () => ({ html: scene.html }),
  'reports.docx': () => ({ base64: scene.docxBase64 }),
  'reports.openFolder': () => undefined,
  'reports.openFile': () => {
    throw new AppError('report.not-found', { file: 'report.docx' });
  },
  'reports.sendAgain': ({ channelIds }) => ({ queued: channelIds.length }),
  'channels.list': () => (isEmpty ? [] : made.madeUpChannels()),
  'channels.save': ({ secretTexts, ...channel }) => ({
    ...channel,
    id: channel.id ?? ('c-9' as never),
    secretsSet: Object.keys(secretTexts),
  }),
  'channels.remove': () => undefined,
  'channels.test': ({ id }) => ({
    delivery:
      id === 'c-0'
        ? { kind: 'accepted', words: '250 2.0.0 Ok: queued as 4F2c1A' }
        : { kind: 'refused', class: 'auth', words: '{"code":1001,"msg":"应用 token 无效"}' },
    ms: 343,
  }),
  'channels.outbox': () => (isEmpty ? [] : made.madeUpOutbox(made.runningId)),
  'channels.retry': () => undefined,
  'schedule.list': () => (isEmpty ? [] : made.madeUpSchedules()),
  'schedule.save': (input) => ({ ...input, id: input.id ?? ('s-9' as never), nextAt: null, lastFiredAt: null }),
  'schedule.remove': () => undefined,
  'schedule.pause': (wish) => {
    isPaused = wish.isPaused;
    push('app.state', state());
  },
  'schedule.preview': (when) => {
    if (when.kind === 'cron' && /[a-z]/i.test(when.expression)) {
      throw new AppError('schedule.bad-expression', { expression: when.expression });
    }
    return [1, 2, 3, 4, 5].map((day) => Date.now() + day * 86_400_000);
  },
  'settings.get': () => ({
    locale: scene.locale,
    theme: scene.theme,
    concurrency: 20,
    budgets: {
      connectMs: 15_000,
      commandMs: 30_000,
      fileMs: 60_000,
      deviceMs: 300_000,
      outputMegabytes: 32,
      fileMegabytes: 32,
    },
    thresholds: {
      cpu: { warnPercent: 70, failPercent: 80 },
      memory: { warnPercent: 70, failPercent: 80 },
      temperature: { marginCelsius: 5, failCelsius: null },
      licence: { warnDays: 90, failDays: 30 },
    },
    report: {
      customer: '示例集团',
      project: '园区网络',
      inspector: '张工',
      confidentiality: '',
      formats: ['docx', 'html'],
    },
    keepRuns: 200,
    allowFtp: false,
    desktopNotice: true,
    startAtLogin: false,
  }),
  'settings.save': (input) => input as never,
  'settings.hostKeys': () =>
    devices.slice(0, 14).map((device) => ({
      host: device.host,
      port: device.port,
      algorithm: 'ssh-ed25519',
      fingerprint: 'SHA256:mVb1c0Zx2l0uM5oT3d9Qw8yJk4eR7fHs6aPnLgXcBvE',
      firstSeenAt: made.startedAt - 9_000_000_000,
    })),
  'settings.forgetHostKey': () => undefined,
  'vault.status': vaultView,
  'vault.unlock': ({ password }) => {
    if (password !== 'correct horse') throw new AppError('vault.wrong-password');
    isLocked = false;
    return vaultView();
  },
  'vault.setPassword': () => {
    isNew = false;
    return vaultView();
  },
  'vault.useSession': () => {
    isNew = false;
    return vaultView();
  },
  'vault.retry': () => vaultView(),
  'vault.beginAnew': () => {
    isNew = false;
    return vaultView();
  },
};

const refusedInError = new Set(['devices.list', 'reports.list', 'channels.list', 'schedule.list', 'settings.get']);

async function answer(name: string, input: unknown): Promise<unknown> {
  if (scene.name === 'error' && refusedInError.has(name)) {
    return { ok: false, code: 'disk.full', params: { file: 'ledger.sqlite' } };
  }
  const handler = (handlers as unknown as Readonly<Record<string, (given: unknown) => unknown>>)[name];
  if (handler === undefined) return { ok: false, code: 'internal', params: {} };
  try {
    return { ok: true, value: structuredClone(await handler(input)) };
  } catch (thrown) {
    if (thrown instanceof AppError) return { ok: false, code: thrown.code, params: thrown.params };
    throw thrown;
  }
}

/** Sends the rest of the run, a piece at a time, as the real stream does. */
function stream(): void {
  if (snapshot === null) return;
  let seq = snapshot.seq;
  let place = 0;
  const lines = output.split('\n');
  const timer = setInterval(() => {
    const running = snapshot.devices.filter((device) => device.state === 'running' && device.total > 0);
    const events = running.map((device): RunEvent => {
      seq += 1;
      const text = `${lines[place % lines.length] ?? ''}\n`;
      return { seq, runId: made.runningId, at: Date.now(), kind: 'device-output', deviceId: device.device.id, text };
    });
    place += 1;
    push('runs.events', events);
    if (place > 200) clearInterval(timer);
  }, 50);
}

Object.defineProperty(window, 'api', {
  value: {
    call: answer,
    on: (name: string, listener: (payload: unknown) => void) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  },
});
window.madeUp = { push, stream };
