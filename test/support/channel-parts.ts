import type { ChannelWorld, Mail } from '../../electron/engine/channels/channel';
import type { Channel } from '../../electron/engine/channels/channel';
import type { Clock, Http } from '../../electron/engine/ports';
import { nodeHttp } from '../../electron/node-http';
import { nodeMail } from '../../electron/node-mail';
import type { Delivery, Message } from '../../shared/model/channel';
import { RunId } from '../../shared/model/ids';
import { manualClock } from './manual-clock';
import { countingRandom } from './store-parts';

/** A message as a run makes it. */
export function sampleMessage(change: Partial<Message> = {}): Message {
  const notice = '4 台：正常 1 · 注意 1 · 异常 1 · 判不了 1。SW-AGG-01：风扇 2 停转';
  return {
    id: 'run-20261122-090300-k3f9',
    runId: RunId.parse('20261122-090300-k3f9'),
    title: '【异常】网络巡检 11-22 09:03',
    notice,
    text: `${notice}\n\n【异常】SW-AGG-01 192.0.2.3\n- 风扇 2 停转\n`,
    markdown: `${notice}\n\n**SW-AGG-01**\n> 风扇 2 停转`,
    html: `<div><p>${notice}</p><table><tr><td>风扇 2</td></tr></table></div>`,
    attachments: [],
    ...change,
  };
}

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
