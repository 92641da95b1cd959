import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { ReceivedMessage } from './received';
import type { SelfSigned } from './self-signed';

/** What the server does with the next mails instead of the usual; one of them a mail. */
export type SmtpBehaviour =
  /** Refuses these recipients for this mail; the others are taken. */
  | {
      readonly kind: 'refuse-recipients';
      readonly recipients: readonly string[];
      readonly code: number;
      readonly words: string;
    }
  | { readonly kind: 'refuse-login'; readonly code: number; readonly words: string }
  /** Not now: 421, 450 or 451 to every recipient. */
  | { readonly kind: 'greylist'; readonly code: number; readonly words: string }
  /** Takes the whole mail and then says no. */
  | { readonly kind: 'refuse-data'; readonly code: number; readonly words: string }
  /** Takes and keeps the whole mail, then ends the connection without a word. */
  | { readonly kind: 'drop-after-data' }
  /** Says nothing any more from the first recipient on. */
  | { readonly kind: 'silent' }
  /** Ends the connection as soon as the body begins. */
  | { readonly kind: 'drop-in-data' };

/** A mail as it came, with the bytes of its attachments. */
export type ReceivedMail = ReceivedMessage & {
  readonly from: string;
  readonly messageId: string;
  readonly html: string;
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
  /** True when it came over TLS. */
  readonly isSecure: boolean;
};

export type SmtpSink = {
  readonly host: string;
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Recipients of mails that are left without an answer. */
  waiting(): readonly string[];
  /** Queues behaviours for the mails to come. */
  behave(...next: readonly SmtpBehaviour[]): void;
  close(): Promise<void>;
};

export type SmtpOptions = {
  readonly port?: number;
  /** The one login that is known; any, or none at all, when absent. */
  readonly login?: { readonly username: string; readonly password: string };
  /** Speaks TLS from the first byte, or after STARTTLS; plain only when absent. */
  readonly tls?: SelfSigned & { readonly mode: 'tls' | 'starttls' };
};

type Callback = (error?: Error | null) => void;

/** A mail server on loopback that keeps what it gets. */
export async function startSmtp(options: SmtpOptions = {}): Promise<SmtpSink> {
  const received: ReceivedMail[] = [];
  const next: SmtpBehaviour[] = [];
  const waiting: string[] = [];
  /** The behaviour of each connection's mail, taken when the connection first needs it. */
  const chosen = new Map<string, SmtpBehaviour | undefined>();
  const behaviourOf = ({ id }: SMTPServerSession) => {
    if (!chosen.has(id)) chosen.set(id, next.shift());
    return chosen.get(id);
  };
  const server: SMTPServer = new SMTPServer({
    banner: 'lab mail',
    logger: false,
    authOptional: options.login === undefined,
    allowInsecureAuth: options.tls === undefined,
    disabledCommands: options.tls?.mode === 'starttls' ? [] : ['STARTTLS'],
    ...(options.tls === undefined
      ? {}
      : { secure: options.tls.mode === 'tls', key: options.tls.key, cert: options.tls.cert }),
    onAuth: ({ username, password }, session, callback) => {
      const behaviour = behaviourOf(session);
      if (behaviour?.kind === 'refuse-login') return callback(refusal(behaviour));
      const { login } = options;
      const isKnown = login === undefined || (login.username === username && login.password === password);
      return isKnown
        ? callback(null, { user: username })
        : callback(refusal({ code: 535, words: '5.7.8 Error: authentication failed' }));
    },
    onRcptTo: ({ address }, session, callback) => {
      const behaviour = behaviourOf(session);
      if (behaviour?.kind === 'silent') return void waiting.push(address);
      return callback(recipientRefusal(behaviour, address));
    },
    onData: (stream, session, callback) => void takeMail(stream, session, callback),
  });
  const takeMail = async (stream: SMTPServerDataStream, session: SMTPServerSession, callback: Callback) => {
    const behaviour = behaviourOf(session);
    chosen.delete(session.id);
    if (behaviour?.kind === 'drop-in-data') return cut(server, session);
    // A client that goes away in mid-mail leaves nothing that could be kept.
    const mail = await readMail(stream, session).catch(() => undefined);
    if (mail === undefined) return undefined;
    if (behaviour?.kind === 'refuse-data') return callback(refusal(behaviour));
    received.push(mail);
    return behaviour?.kind === 'drop-after-data' ? cut(server, session) : callback(null);
  };
  server.on('error', () => undefined); // a client that goes away is not the server's failure
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo; // a TCP server's address is never a pipe name
  return {
    host: '127.0.0.1',
    port,
    received,
    waiting: () => waiting,
    behave: (...more) => void next.push(...more),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readMail(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<ReceivedMail> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part as Uint8Array); // a stream without an encoding gives bytes
  const mail = await PostalMime.parse(Buffer.concat(parts));
  const files = mail.attachments.map(({ filename, content }) => ({
    name: filename ?? '',
    content: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }));
  return {
    service: 'smtp',
    at: Date.now(),
    from: mail.from?.address ?? '',
    to: session.envelope.rcptTo.map(({ address }) => address),
    title: mail.subject ?? '',
    body: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    attachments: files.map(({ name, content }) => ({ name, bytes: content.length })),
    files,
    isSecure: session.secure,
  };
}

function recipientRefusal(behaviour: SmtpBehaviour | undefined, recipient: string): Error | null {
  if (behaviour?.kind === 'greylist') return refusal(behaviour);
  if (behaviour?.kind === 'refuse-recipients' && behaviour.recipients.includes(recipient)) return refusal(behaviour);
  return null;
}

function refusal({ code, words }: { readonly code: number; readonly words: string }): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

function cut(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of server.connections) if (connection.id === id) connection._socket.destroy();
}
