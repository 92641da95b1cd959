import type { Catalogue } from '../../../shared/contract/app';
import type { ChannelInput, ChannelView, Delivery } from '../../../shared/model/channel';
import { fromFormValues, toFormValues, type FormValues } from '../../forms/form-mapping';
import type { MessageKey } from '../../i18n';

export type ChannelKind = Catalogue['channels'][number];

/** What the channel form holds: its own fields, and the member's under `fields`. */
export type ChannelValues = {
  name: string;
  isEnabled: boolean;
  sendOn: ChannelInput['sendOn'];
  fields: FormValues;
};

/** First values: those of the channel, or of a new one of this kind. */
export function channelValues(kind: ChannelKind, channel: ChannelView | null, newName: string): ChannelValues {
  return {
    name: channel?.name ?? newName,
    isEnabled: channel?.isEnabled ?? true,
    sendOn: channel?.sendOn ?? 'always',
    fields: toFormValues(kind.fields, channel?.options ?? {}),
  };
}

/** Typed values as the contract takes them. */
export function channelInput(kind: ChannelKind, channel: ChannelView | null, values: ChannelValues): ChannelInput {
  return {
    ...(channel === null ? {} : { id: channel.id }),
    kind: kind.id,
    name: values.name.trim(),
    isEnabled: values.isEnabled,
    sendOn: values.sendOn,
    ...fromFormValues(kind.fields, values.fields),
  };
}

/** The stored channel as input with something changed; secrets stay as they are. */
export function channelChange(channel: ChannelView, change: Partial<Pick<ChannelInput, 'isEnabled'>>): ChannelInput {
  const { id, kind, name, isEnabled, sendOn, options } = channel;
  return { id, kind, name, isEnabled, sendOn, options, secretTexts: {}, ...change };
}

/** Whether a delivery is good, doubtful or bad, and the sentence that says so. */
export function deliveryVerdict(delivery: Delivery): {
  readonly tone: 'pass' | 'warn' | 'fail';
  readonly key: MessageKey;
} {
  switch (delivery.kind) {
    case 'accepted':
      return { tone: 'pass', key: 'channels.test.accepted' };
    case 'partial':
      return { tone: 'warn', key: 'channels.test.partial' };
    case 'refused':
      return { tone: 'fail', key: `channels.test.refused.${delivery.class}` };
    case 'retry':
      return { tone: 'warn', key: `channels.test.retry.${delivery.class}` };
    case 'uncertain':
      return { tone: 'warn', key: 'channels.test.uncertain' };
  }
}
