import type { channelsContract } from '../../shared/contract/channels';
import type { Handlers } from '../../shared/contract/define';
import { AppError } from '../../shared/errors';
import type { ChannelConfig, ChannelInput, ChannelView } from '../../shared/model/channel';
import { ChannelId, type SecretRef } from '../../shared/model/ids';
import { channels } from '../engine/registries.generated';
import type { Services } from './services';

export function channelsHandlers(services: Services): Handlers<typeof channelsContract> {
  const { settings, outbox, ledger, vault, clock } = services;
  const find = (id: ChannelId): ChannelConfig => {
    const config = settings.get().channels.find((each) => each.id === id);
    if (config === undefined) throw new AppError('channel.not-found');
    return config;
  };
  return {
    'channels.list': () => settings.get().channels.map(viewOf),
    'channels.save': (input) => {
      const config = configOf(input, services);
      const others = settings.get().channels.filter(({ id }) => id !== config.id);
      settings.save({ ...settings.get(), channels: [...others, config] });
      ledger.audit.add({ at: clock.now(), action: 'channel saved', detail: `${config.kind} ${config.name}` });
      services.changed();
      return viewOf(config);
    },
    'channels.remove': ({ id }) => {
      const config = find(id);
      for (const ref of Object.values(config.secrets)) vault.remove(ref);
      settings.save({ ...settings.get(), channels: settings.get().channels.filter((each) => each.id !== id) });
      services.changed();
    },
    'channels.test': async ({ id }) => {
      const startedAt = clock.elapsed();
      const delivery = await outbox.sendTest(find(id));
      return { delivery, ms: clock.elapsed() - startedAt };
    },
    'channels.outbox': ({ limit }) => [...ledger.outbox.list(limit)],
    'channels.retry': ({ entryId }) => outbox.retry(entryId),
  };
}

function viewOf({ secrets, ...config }: ChannelConfig): ChannelView {
  return { ...config, secretsSet: Object.keys(secrets) };
}

/** Checks the options by the member's own schema and moves the secrets into the vault. */
function configOf(input: ChannelInput, { settings, vault, random }: Services): ChannelConfig {
  const member = channels.find(({ id }) => id === input.kind);
  if (member === undefined) throw new AppError('channel.bad-options', { field: 'kind' });
  const options = member.options.safeParse(input.options);
  if (!options.success) {
    const field = options.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new AppError('channel.bad-options', { field: labelOf(member, field, settings.get().locale) });
  }
  const stored = settings.get().channels.find(({ id }) => id === input.id);
  const secrets: Record<string, SecretRef> = { ...stored?.secrets };
  const names = new Set(member.fields.filter(({ type }) => type === 'secret').map(({ name }) => name));
  for (const [name, text] of Object.entries(input.secretTexts)) {
    if (!names.has(name)) throw new AppError('channel.bad-options', { field: name });
    const before = secrets[name];
    if (text !== '') secrets[name] = vault.write(text, before);
    else if (before !== undefined) {
      vault.remove(before);
      delete secrets[name];
    }
  }
  const { kind, name, isEnabled, sendOn } = input;
  return {
    id: input.id ?? ChannelId.parse(random.id(8)),
    kind,
    name,
    isEnabled,
    sendOn,
    options: input.options,
    secrets,
  };
}

function labelOf(member: (typeof channels)[number], field: string, locale: 'zh-CN' | 'en'): string {
  const name = field.split('.')[0];
  return member.fields.find((each) => each.name === name)?.labels[locale] ?? field;
}
