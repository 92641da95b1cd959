import { expect, test } from 'vitest';
import {
  channelChange,
  channelInput,
  channelValues,
  deliveryVerdict,
  type ChannelKind,
} from '../../../../../renderer/pages/channels/channel-form';
import { ChannelInput, type ChannelView, type Delivery } from '../../../../../shared/model/channel';
import { ChannelId } from '../../../../../shared/model/ids';

const labels = { 'zh-CN': '邮件', en: 'E-mail' };
const kind: ChannelKind = {
  id: 'email',
  labels,
  note: labels,
  mirrorsNotice: false,
  fields: [
    { name: 'host', labels, type: 'text', isRequired: true },
    { name: 'password', labels, type: 'secret', isRequired: true },
  ],
};
const stored: ChannelView = {
  id: ChannelId.parse('c-1'),
  kind: 'email',
  name: 'mail',
  isEnabled: false,
  sendOn: 'problems',
  options: { host: 'smtp.example.com' },
  secretsSet: ['password'],
};

test('a channel that is opened and saved stays as it was, secrets untouched', () => {
  const input = channelInput(kind, stored, channelValues(kind, stored, ''));

  expect(ChannelInput.parse(input)).toEqual({
    id: 'c-1',
    kind: 'email',
    name: 'mail',
    isEnabled: false,
    sendOn: 'problems',
    options: { host: 'smtp.example.com' },
    secretTexts: {},
  });
});

test('switching a channel on changes nothing else', () => {
  const { isEnabled, ...rest } = channelChange(stored, { isEnabled: true });

  expect(isEnabled).toBe(true);
  expect(rest).toMatchObject({ options: stored.options, secretTexts: {}, sendOn: 'problems' });
});

test('only a plain acceptance is shown as good', () => {
  const deliveries: Delivery[] = [
    { kind: 'accepted', words: '' },
    { kind: 'partial', words: '', refused: [] },
    { kind: 'refused', class: 'auth', words: '' },
    { kind: 'retry', class: 'quota', words: '' },
    { kind: 'uncertain', words: '' },
  ];

  expect(deliveries.map((delivery) => deliveryVerdict(delivery).tone)).toEqual([
    'pass',
    'warn',
    'fail',
    'warn',
    'warn',
  ]);
});
