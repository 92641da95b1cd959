import type { channelsContract } from '../../shared/contract/channels';
import type { Handlers } from '../../shared/contract/define';
import { AppError } from '../../shared/errors';
import type { ChannelConfig, ChannelInput, ChannelView } from '../../shared/model/channel';
import { ChannelId, type SecretRef } from '../../shared/model/ids';
import type { Locale } from '../../shared/model/text';
import { channelDestination } from '../engine/delivery/channel-destination';
import { channels } from '../engine/registries.generated';
import type { SecretMove } from '../engine/store/secret-moves';
import { askToMove } from './ask-to-move';
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
    'channels.save': async (input) => {
      const member = memberOf(input, settings.get().locale);
      const kept = await askToMove(services, () => movesOf(input, member, services));
      const config = configOf(input, member, kept, services);
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

type Member = (typeof channels)[number];

/** The family member that reads these options and secrets. @throws AppError `channel.bad-options` */
function memberOf({ kind, options, secretTexts }: ChannelInput, locale: Locale): Member {
  const member = channels.find(({ id }) => id === kind);
  if (member === undefined) throw new AppError('channel.bad-options', { field: 'kind' });
  const read = member.options.safeParse(options);
  if (!read.success) {
    const field = read.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new AppError('channel.bad-options', { field: labelOf(member, field, locale) });
  }
  const names = new Set(member.fields.filter(({ type }) => type === 'secret').map(({ name }) => name));
  const foreign = Object.keys(secretTexts).find((name) => !names.has(name));
  if (foreign !== undefined) throw new AppError('channel.bad-options', { field: foreign });
  return member;
}

/** The stored secrets that would go elsewhere; one that is typed anew does not. */
function movesOf(input: ChannelInput, member: Member, { settings }: Services): SecretMove[] {
  const stored = settings.get().channels.find(({ id }) => id === input.id);
  // Of another kind it is another channel: its secrets are of no use there.
  if (stored?.kind !== member.id) return [];
  const refs = Object.entries(stored.secrets)
    .filter(([name]) => !Object.hasOwn(input.secretTexts, name))
    .map(([, ref]) => ref);
  const from = channelDestination(member, stored);
  const to = channelDestination(member, input);
  return refs.length === 0 || from.key === to.key ? [] : [{ refs, from, to }];
}

/** Moves typed secrets into the vault; those that would go elsewhere go along only where that was agreed to. */
function configOf(input: ChannelInput, member: Member, kept: readonly SecretMove[], services: Services): ChannelConfig {
  const { settings, vault, random } = services;
  const stored = settings.get().channels.find(({ id }) => id === input.id);
  const to = channelDestination(member, input);
  const isSameKind = stored?.kind === input.kind;
  const agreed = new Set(kept.flatMap(({ refs }) => refs));
  const moved = new Set(movesOf(input, member, services).flatMap(({ refs }) => refs));
  const secrets: Record<string, SecretRef> = {};
  for (const [name, ref] of Object.entries(stored?.secrets ?? {})) {
    const isTyped = Object.hasOwn(input.secretTexts, name);
    if (isSameKind && !isTyped && (!moved.has(ref) || agreed.has(ref))) secrets[name] = ref;
    else vault.remove(ref);
  }
  for (const { refs, from } of kept) refs.forEach((ref) => vault.rebind(ref, from, to));
  for (const [name, text] of Object.entries(input.secretTexts)) {
    if (text !== '') secrets[name] = vault.write(text, to);
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

function labelOf(member: Member, field: string, locale: Locale): string {
  const name = field.split('.')[0];
  return member.fields.find((each) => each.name === name)?.labels[locale] ?? field;
}
