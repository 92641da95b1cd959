import { createHash } from 'node:crypto';
import { AppError, assertNever } from '../../../shared/errors';
import { translate, type MessageKey } from '../../../shared/i18n/translate';
import type { ChannelConfig, Delivery, Message } from '../../../shared/model/channel';
import type { Locale } from '../../../shared/model/text';
import type { Channel, ChannelWorld } from '../channels/channel';
import type { SecretRef } from '../../../shared/model/ids';
import { HttpFailure, type Destination, type Log, type SecretReader } from '../ports';
import { channelDestination } from './channel-destination';

/** Longest time for one send in all, milliseconds; every channel's own budget is shorter. */
const sendGuardMs = 180_000;
const wordsChars = 500;

/** A configured channel with its options read and its secrets at hand. */
export type ReadyChannel = {
  readonly channel: Channel;
  readonly options: unknown;
  readonly secrets: Readonly<Record<string, string>>;
  /** Tells credentials apart without holding one: what shares a credential shares its rate. */
  readonly credential: string;
};

export type SendPorts = {
  readonly channels: readonly Channel[];
  readonly secrets: SecretReader;
  readonly world: ChannelWorld;
  readonly log: Log;
  readonly locale: () => Locale;
  /** Blanks every secret that the program has read. */
  readonly redact: (text: string) => string;
};

/**
 * Reads a channel's options and secrets, or says why nothing can be sent through it.
 *
 * @throws AppError `vault.locked`
 */
export function readyChannel(
  config: ChannelConfig,
  ports: SendPorts,
): { readonly ready: ReadyChannel } | { readonly refused: Delivery } {
  const locale = ports.locale();
  const channel = ports.channels.find(({ id }) => id === config.kind);
  if (channel === undefined)
    return refusal('permanent', translate(locale, 'message.outbox.unknown-kind', { kind: config.kind }));
  const label = (name: string) => channel.fields.find((field) => field.name === name)?.labels[locale] ?? name;
  const options = channel.options.safeParse(config.options);
  if (!options.success) {
    const field = label(String(options.error.issues[0]?.path[0] ?? ''));
    return refusal('permanent', translate(locale, 'error.channel.bad-options', { field }));
  }
  const secrets: Record<string, string> = {};
  for (const [name, ref] of Object.entries(config.secrets)) {
    const text = readBound(ref, channelDestination(channel, config), ports.secrets);
    if (text instanceof AppError) return refusal('auth', translate(locale, `error.${text.code}`, text.params));
    if (text !== undefined && text !== '') secrets[name] = text;
  }
  const missing = channel.fields.find(
    ({ type, isRequired, name }) => type === 'secret' && isRequired && !secrets[name],
  );
  if (missing !== undefined)
    return refusal('auth', translate(locale, 'message.outbox.no-secret', { field: missing.labels[locale] }));
  return { ready: { channel, options: options.data, secrets, credential: credentialOf(config, secrets) } };
}

/** A secret that belongs elsewhere is an answer: the message cannot go until it is typed again. */
function readBound(ref: SecretRef, destination: Destination, secrets: SecretReader): string | AppError | undefined {
  try {
    return secrets.read(ref, destination);
  } catch (error) {
    if (error instanceof AppError && error.code === 'secret.other-destination') return error;
    throw error;
  }
}

/** Sends one message through one channel. Whatever goes wrong becomes a `Delivery`: one channel never stops another. */
export async function sendOne(
  { channel, options, secrets }: ReadyChannel,
  message: Message,
  entryId: string,
  ports: SendPorts,
): Promise<Delivery> {
  const { clock } = ports.world;
  const world: ChannelWorld = { ...ports.world, locale: ports.locale };
  let cancelGuard = (): void => undefined;
  const hung = new Promise<Delivery>((resolve) => {
    const words = translate(ports.locale(), 'message.outbox.hung', { seconds: sendGuardMs / 1000 });
    cancelGuard = clock.after(sendGuardMs, () => resolve({ kind: 'uncertain', words }));
  });
  try {
    const delivery = await Promise.race([channel.deliver({ options, secrets, message, entryId }, world), hung]);
    return blanked(delivery, secrets, ports);
  } catch (cause) {
    return blanked(failed(cause, channel.id, ports), secrets, ports);
  } finally {
    cancelGuard();
  }
}

function failed(cause: unknown, kind: string, { log, locale }: SendPorts): Delivery {
  if (cause instanceof HttpFailure) {
    const words = translate(locale(), netWords(cause.kind));
    // A service that never saw the message may be asked again; one that may have it is not, unless it can tell.
    return cause.wasSent ? { kind: 'uncertain', words } : { kind: 'retry', class: 'transient', words };
  }
  if (cause instanceof AppError)
    return { kind: 'refused', class: 'permanent', words: translate(locale(), `error.${cause.code}`, cause.params) };
  log.error('channel failed', { channel: kind }, cause);
  return { kind: 'refused', class: 'permanent', words: translate(locale(), 'error.internal') };
}

function netWords(kind: HttpFailure['kind']): MessageKey {
  switch (kind) {
    case 'refused':
      return 'message.net.refused';
    case 'timeout':
      return 'message.net.timeout';
    case 'dns':
      return 'message.net.dns';
    case 'tls':
      return 'message.net.tls';
    case 'network':
      return 'message.net.network';
    case 'proxy':
      return 'message.net.proxy';
    case 'size':
      return 'message.net.size';
    default:
      return assertNever(kind);
  }
}

function refusal(kind: 'auth' | 'permanent', words: string): { readonly refused: Delivery } {
  return { refused: { kind: 'refused', class: kind, words } };
}

/** Blanks this channel's secrets and tokens from what the service said: some services repeat what they were sent. */
function blanked(delivery: Delivery, secrets: Readonly<Record<string, string>>, ports: SendPorts): Delivery {
  const tokens = [...ports.world.tokens.values()].map(({ token }) => token);
  const known = [...Object.values(secrets), ...tokens].filter((text) => text.length >= 4);
  const forms = known.flatMap((text) => [text, encodeURIComponent(text)]).sort((a, b) => b.length - a.length);
  const blank = (text: string) =>
    forms
      .reduce((left, form) => left.replaceAll(form, '***'), ports.redact(text))
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, wordsChars);
  if (delivery.kind !== 'partial') return { ...delivery, words: blank(delivery.words) };
  const refused = delivery.refused.map(({ recipient, reason }) => ({ recipient, reason: blank(reason) }));
  return { ...delivery, words: blank(delivery.words), refused };
}

function credentialOf({ kind, options }: ChannelConfig, secrets: Readonly<Record<string, string>>): string {
  const account = [kind, options['username'], options['host'], options['corpId'], Object.entries(secrets).sort()];
  return createHash('sha256').update(JSON.stringify(account)).digest('hex');
}
