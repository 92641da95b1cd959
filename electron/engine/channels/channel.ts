import type { z } from 'zod';
import type { Delivery, FieldDescriptor, Message } from '../../../shared/model/channel';
import type { LocalText } from '../../../shared/model/text';
import type { Clock, Http, Random } from '../ports';

/** One mail through SMTP; nodemailer behind a port, so that both entries share it. */
export type MailRequest = {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly username: string;
  readonly password: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Stable for one outbox entry: a repeated mail is recognisable. */
  readonly messageId: string;
  readonly attachments: readonly { readonly name: string; readonly path: string }[];
  readonly timeoutMs: number;
};
/** The server's final words and what it said of each recipient. @throws the library's error with `responseCode` */
export type Mail = (
  request: MailRequest,
) => Promise<{
  readonly response: string;
  readonly rejected: readonly { readonly recipient: string; readonly reason: string }[];
}>;

/** What a channel needs from the world. */
export type ChannelWorld = {
  readonly http: Http;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly random: Random;
  /** Lives as long as the service: access tokens by credential. */
  readonly tokens: Map<string, { readonly token: string; readonly expiresAt: number }>;
};

/** One send: options checked by the member's schema, secrets already read. */
export type Send<O> = {
  readonly options: O;
  readonly secrets: Readonly<Record<string, string>>;
  readonly message: Message;
  /** Stable for one outbox entry. */
  readonly entryId: string;
};

/** A way to send a message. One file each in this folder. */
export type Channel<S extends z.ZodType = z.ZodType> = {
  /** kebab-case, stored, never renamed. */
  readonly id: string;
  readonly labels: LocalText;
  /** What a user must know before choosing it; plain text. */
  readonly note: LocalText;
  readonly options: S;
  readonly fields: readonly FieldDescriptor[];
  /** True for the channels that the desktop notification is mirrored to word for word. */
  readonly mirrorsNotice: boolean;
  /** Messages a second that the service takes from one credential, ours at 80 %. */
  readonly perSecond: number;
  deliver(send: Send<z.infer<S>>, world: ChannelWorld): Promise<Delivery>;
};

/** Types a channel by its option schema. */
export function defineChannel<S extends z.ZodType>(channel: Channel<S>): Channel<S> {
  return channel;
}
