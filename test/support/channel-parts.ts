import type { Channel, ChannelWorld, Mail } from '../../electron/engine/channels/channel';
import type { Clock, Http } from '../../electron/engine/ports';
import { nodeHttp } from '../../electron/node-http';
import { nodeMail } from '../../electron/node-mail';
import type { Delivery, Message } from '../../shared/model/channel';
import { sampleMessage } from './channel-messages';
import { manualClock } from './manual-clock';
import { countingRandom } from './store-parts';

/** The real network on a clock that stands still. */
export function sampleWorld(
  change: { readonly clock?: Clock; readonly http?: Http; readonly mail?: Mail } = {},
): ChannelWorld {
  return {
    http: nodeHttp,
    mail: nodeMail,
    clock: manualClock(),
    random: countingRandom(),
    tokens: new Map(),
    ...change,
  };
}

/** Sends through one member as the outbox does: options by the member's own schema. */
export function deliverBy(
  channel: Channel,
  options: Readonly<Record<string, unknown>>,
  secrets: Readonly<Record<string, string>>,
  parts: { readonly message?: Message; readonly world?: ChannelWorld; readonly entryId?: string } = {},
): Promise<Delivery> {
  const { message = sampleMessage(), world = sampleWorld(), entryId = `${message.id}/ch-1` } = parts;
  return channel.deliver({ options: channel.options.parse(options), secrets, message, entryId }, world);
}
