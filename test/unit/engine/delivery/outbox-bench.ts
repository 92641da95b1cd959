import { onTestFinished } from 'vitest';
import { createOutbox } from '../../../../electron/engine/delivery/outbox';
import type { Http } from '../../../../electron/engine/ports';
import { channels } from '../../../../electron/engine/registries.generated';
import { openLedger } from '../../../../electron/engine/store/ledger/open-ledger';
import { startSinks, type SinksOptions } from '../../../../electron/lab/sinks/start-sinks';
import { AppError } from '../../../../shared/errors';
import { ChannelConfig, type OutboxEntry } from '../../../../shared/model/channel';
import { sampleWorld } from '../../../support/channel-parts';
import { manualClock } from '../../../support/manual-clock';
import { keepingLog } from '../../../support/store-parts';

/** Secrets of the three channels, each of them easy to search for. */
export const secretTexts: Readonly<Record<string, string>> = {
  's-mail': 'mail-SECRET-0001',
  's-wx': 'AT_SECRET-0002',
  's-wecom': 'wecom-SECRET+0003',
};

type Change = Partial<{ isEnabled: boolean; sendOn: 'always' | 'problems'; options: object; secrets: object }>;

/** An outbox on a real ledger, the real channels and services that answer; time is moved by hand. */
export async function outboxBench(
  given: { readonly sinks?: SinksOptions; readonly path?: string; readonly http?: Http } = {},
) {
  const sinks = await startSinks(given.sinks);
  const ledger = openLedger(given.path ?? ':memory:').ledger;
  const clock = manualClock(Date.UTC(2026, 10, 22, 1, 0, 0));
  const log = keepingLog();
  const changes: OutboxEntry[] = [];
  const state = { isLocked: false };
  const all: Record<string, ChannelConfig> = {};
  const world = sampleWorld({ clock, ...(given.http === undefined ? {} : { http: given.http }) });
  const make = () =>
    createOutbox({
      ledger,
      channels,
      configs: () => Object.values(all),
      secrets: {
        read: (ref) => {
          if (state.isLocked) throw new AppError('vault.locked');
          return secretTexts[ref];
        },
      },
      world,
      clock,
      log,
      locale: () => 'zh-CN',
      redact: (text) => text,
      clean: (value) => value,
      onChange: (entry) => void changes.push(entry),
    });
  const outbox = make();
  const options: Readonly<Record<string, object>> = {
    email: {
      host: sinks.smtp.host,
      port: sinks.smtp.port,
      security: 'none',
      username: 'noc@example.com',
      to: ['ops@example.com'],
    },
    wxpusher: { baseUrl: sinks.wxpusher.url, uids: ['UID_a'] },
    'wecom-app': { baseUrl: sinks.wecom.url, corpId: 'ww01', agentId: 1000002, toUser: ['zhangsan'] },
  };
  const refs: Readonly<Record<string, object>> = {
    email: { password: 's-mail' },
    wxpusher: { appToken: 's-wx' },
    'wecom-app': { corpSecret: 's-wecom' },
  };
  const use = (kind: string, change: Change = {}, id = kind) => {
    const base = { id, kind, name: `通道 ${id}`, options: options[kind], secrets: refs[kind] };
    all[id] = ChannelConfig.parse({ ...base, ...change, options: { ...options[kind], ...change.options } });
    return all[id];
  };
  onTestFinished(async () => {
    await outbox.stop();
    await sinks.close();
    ledger.close();
  });
  return {
    ...{ sinks, ledger, clock, log, changes, state, world, outbox, use, make },
    remove: (id: string) => void delete all[id],
    entries: () => [...ledger.outbox.list(100)].reverse(),
    states: () => Object.fromEntries(ledger.outbox.list(100).map(({ id, state: now }) => [id.split('/').at(-1), now])),
  };
}
