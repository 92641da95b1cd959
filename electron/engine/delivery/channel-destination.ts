import type { ChannelConfig } from '../../../shared/model/channel';
import type { Channel } from '../channels/channel';
import type { Destination } from '../ports';

/** Who gets to see a channel's secrets; options that the member does not read are a destination nothing is sent to. */
export function channelDestination(
  channel: Channel,
  { kind, name, options }: Pick<ChannelConfig, 'kind' | 'name' | 'options'>,
): Destination {
  const read = channel.options.safeParse(options);
  const parts = read.success ? channel.destination(read.data) : [JSON.stringify(options)];
  const { username } = options;
  const account = typeof username === 'string' ? username : '';
  return { key: JSON.stringify(['channel', kind, ...parts]), owner: name, place: [kind, ...parts].join(' '), account };
}
