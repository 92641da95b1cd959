import * as z from 'zod';
import { ChannelId, RunId, SecretRef } from './ids';
import { LocalText } from './text';

/** One field of a form that draws itself: a channel's options and secrets. */
export const FieldDescriptor = z.object({
  name: z.string(),
  labels: LocalText,
  help: LocalText.optional(),
  /** `secret` is write-only: it goes to the vault and never comes back. `list` is one entry a line. */
  type: z.enum(['text', 'secret', 'number', 'list', 'boolean', 'select', 'url']),
  isRequired: z.boolean(),
  /** Shown in the empty field. */
  example: z.string().optional(),
  choices: z.array(z.object({ value: z.string(), labels: LocalText })).optional(),
});
export type FieldDescriptor = z.infer<typeof FieldDescriptor>;

/** A configured channel as stored. */
export const ChannelConfig = z.object({
  id: ChannelId,
  /** Id of the family member: `email`, `wxpusher`, `wecom-app`. */
  kind: z.string().min(1),
  name: z.string().min(1).max(128),
  isEnabled: z.boolean().default(true),
  /** When a run's summary is sent. */
  sendOn: z.enum(['always', 'problems']).default('always'),
  /** Checked against the member's own schema. */
  options: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), SecretRef),
});
export type ChannelConfig = z.infer<typeof ChannelConfig>;

/** A channel as the window sees it: which secrets are set, never what they are. */
export const ChannelView = ChannelConfig.omit({ secrets: true }).extend({
  secretsSet: z.array(z.string()),
});
export type ChannelView = z.infer<typeof ChannelView>;

/** A channel as typed in: an absent secret keeps what is stored, an empty one clears it. */
export const ChannelInput = ChannelConfig.omit({ id: true, secrets: true }).extend({
  id: ChannelId.optional(),
  secretTexts: z.record(z.string(), z.string().max(4096)),
});
export type ChannelInput = z.infer<typeof ChannelInput>;

/** A file that goes with a message. */
export const Attachment = z.object({ name: z.string(), path: z.string(), bytes: z.int() });
export type Attachment = z.infer<typeof Attachment>;

/** One message, written once, in the forms that channels need. Secrets are already blanked. */
export const Message = z.object({
  /** Stable: the same event always makes the same id, so that nothing is queued twice. */
  id: z.string(),
  runId: RunId.nullable(),
  title: z.string(),
  /** The short text of the desktop notification, mirrored to the WeChat channels word for word. */
  notice: z.string(),
  text: z.string(),
  markdown: z.string(),
  /** A whole, self-contained piece of HTML for mail and WxPusher; device text in it is escaped. */
  html: z.string(),
  attachments: z.array(Attachment),
});
export type Message = z.infer<typeof Message>;

/**
 * What a service said. `accepted` only in the service's own words of acceptance; `partial` names the recipients
 * that were refused; `uncertain` is a time-out after the body was sent: it may have arrived.
 */
export const Delivery = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), words: z.string() }),
  z.object({
    kind: z.literal('partial'),
    words: z.string(),
    refused: z.array(z.object({ recipient: z.string(), reason: z.string() })),
  }),
  z.object({ kind: z.literal('refused'), class: z.enum(['auth', 'permanent']), words: z.string() }),
  z.object({
    kind: z.literal('retry'),
    class: z.enum(['rate', 'quota', 'transient']),
    words: z.string(),
    /** Not before this many milliseconds, whatever the back-off says. */
    afterMs: z.number().optional(),
    /** After so many tries in all it is a refusal; undefined leaves it to the back-off. */
    tries: z.int().optional(),
  }),
  z.object({ kind: z.literal('uncertain'), words: z.string() }),
]);
export type Delivery = z.infer<typeof Delivery>;

/** `queued` waits for its time · `sending` is on the wire · the rest are final. */
export const OutboxState = z.enum(['queued', 'sending', 'accepted', 'partial', 'refused', 'uncertain']);
export type OutboxState = z.infer<typeof OutboxState>;

/** One message for one channel, in the durable outbox. */
export const OutboxEntry = z.object({
  /** `<message id>/<channel id>`; unique, so a message cannot be queued twice for a channel. */
  id: z.string(),
  runId: RunId.nullable(),
  channelId: ChannelId,
  channelKind: z.string(),
  channelName: z.string(),
  title: z.string(),
  state: OutboxState,
  attempts: z.int(),
  createdAt: z.number(),
  /** Epoch milliseconds of the next try; null when final. */
  nextAttemptAt: z.number().nullable(),
  /** Epoch milliseconds when the service said yes or no for good. */
  settledAt: z.number().nullable(),
  /** The service's own last words. */
  words: z.string().nullable(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
