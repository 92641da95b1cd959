import type { z } from 'zod';
import type { Delivery, FieldDescriptor, Message } from '../../../shared/model/channel';
import type { Locale, LocalText } from '../../../shared/model/text';
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
/** The server's final words and what it said of each recipient. @throws MailFailure */
export type Mail = (request: MailRequest) => Promise<{
  readonly response: string;
  readonly rejected: readonly { readonly recipient: string; readonly reason: string }[];
}>;

/** Where a mail failed. `refused` is the server's own no, with its code; `file` an attachment that cannot be read. */
export type MailFailureKind = 'refused' | 'auth' | 'connect' | 'timeout' | 'dns' | 'tls' | 'network' | 'file';

/** The mail was not accepted. `wasSent`: the whole body went out and no answer came, so it may have arrived. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  constructor(
    readonly kind: MailFailureKind,
    readonly words: string,
    readonly wasSent: boolean,
    /** The server's three-digit answer, where there was one. */
    readonly responseCode?: number,
    options?: { readonly cause?: unknown },
  ) {
    super(kind, options);
  }
}

/** What a channel needs from the world. */
export type ChannelWorld = {
  readonly http: Http;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly random: Random;
  /** Lives as long as the service: access tokens by credential. */
  readonly tokens: Map<string, { readonly token: string; readonly expiresAt: number }>;
  /** Language of our own words in a delivery; Chinese when absent. */
  readonly locale?: () => Locale;
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
  /** Who gets to see the secrets: service or server, account, and how the way there is kept. */
  readonly destination: (options: z.infer<S>) => readonly (string | number)[];
  /** True for the channels that the desktop notification is mirrored to word for word. */
  readonly mirrorsNotice: boolean;
  /** Messages a second that the service takes from one credential, ours at 80 %. */
  readonly perSecond: number;
  /**
   * How long a second send of one entry is recognised as the same (by the service, or by the reader's mailbox),
   * milliseconds. Within it a send without an answer is tried again; absent, it is reported as uncertain.
   */
  readonly dedupMs?: number;
  deliver(send: Send<z.infer<S>>, world: ChannelWorld): Promise<Delivery>;
};

/** Types a channel by its option schema. */
export function defineChannel<S extends z.ZodType>(channel: Channel<S>): Channel<S> {
  return channel;
}
