import { PassThrough } from 'node:stream';
import { MailFailure, type Mail, type MailFailureKind, type MailRequest } from './engine/channels/channel';

/** Waits inside one mail, milliseconds; the request's own budget stands above all of them. */
const waitsMs = { dns: 10_000, connect: 10_000, greeting: 20_000, silence: 60_000 } as const;

/** The longest answer of a mail server that is read, bytes; they say a line or two. */
const answerBytes = 65_536;

/** The Mail port over nodemailer. `ca`: a certificate to trust besides the system's, as PEM. */
export function mailOver({ ca }: { readonly ca?: string }): Mail {
  return async (request) => {
    const wire = { isBodyOut: false };
    const transport = await transportOf(request, ca);
    // The end of the body's stream is read only after the server asked for the body: from then on it may have it.
    transport.use('stream', (mail, done) => {
      mail.message.transform(() => new PassThrough().once('end', () => (wire.isBodyOut = true)));
      done();
    });
    try {
      const sent = await transport.sendMail({ ...contentOf(request), signal: AbortSignal.timeout(request.timeoutMs) });
      return { response: wordsOf(sent.response), rejected: rejectedOf(sent.rejectedErrors) };
    } catch (cause) {
      throw failureOf(cause, wire.isBodyOut);
    } finally {
      transport.close();
    }
  };
}

/** The Mail port with the system's own trust. */
export const nodeMail: Mail = (request) => mailOver({})(request);

async function transportOf({ host, port, security, username, password }: MailRequest, ca: string | undefined) {
  // Loaded at the first use: most starts of the program send no mail.
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    // Chosen means required: no falling back to plain text when the server, or somebody between, hides STARTTLS.
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(username === '' ? {} : { auth: { user: username, pass: password } }),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    dnsTimeout: waitsMs.dns,
    connectionTimeout: waitsMs.connect,
    greetingTimeout: waitsMs.greeting,
    socketTimeout: waitsMs.silence,
    maxResponseSize: answerBytes,
    disableUrlAccess: true,
  });
}

function contentOf({ from, to, subject, text, html, messageId, attachments }: MailRequest) {
  return {
    from,
    to: [...to],
    subject,
    text,
    html,
    messageId,
    attachments: attachments.map(({ name, path }) => ({ filename: name, path })),
  };
}

type Refusal = { readonly recipient?: string; readonly response?: string };

function rejectedOf(errors: readonly Refusal[] | undefined) {
  return (errors ?? []).map(({ recipient = '', response = '' }) => ({ recipient, reason: wordsOf(response) }));
}

/**
 * Words of a server as it meant them: the library gives what is no UTF-8 a byte a character, and Chinese mail services
 * answer in GB18030. Accented letters of the West stand alone; two high bytes in a row are Chinese.
 */
function wordsOf(text: string): string {
  const isBytes = /^(?:[\x00-\x7f]|[\x81-\xfe][\x30-\xfe])*$/.test(text) && /[\xa1-\xfe]{2}/.test(text);
  return isBytes ? new TextDecoder('gb18030').decode(Buffer.from(text, 'latin1')) : text;
}

function failureOf(cause: unknown, isBodyOut: boolean): MailFailure {
  const code = textAt(cause, 'code');
  const words = wordsOf(textAt(cause, 'response'));
  const message = cause instanceof Error ? cause.message : '';
  const answer = Number(textAt(cause, 'responseCode'));
  if (answer > 0) return new MailFailure(code === 'EAUTH' ? 'auth' : 'refused', words, false, answer);
  const kind = kindOf(code, message);
  return new MailFailure(kind, kind === 'network' || kind === 'tls' ? message : words, isBodyOut);
}

/** One field of the library's error as text; empty when it is not there. */
function textAt(error: unknown, name: string): string {
  const fields: Readonly<Record<string, unknown>> = error instanceof Error ? { ...error } : {};
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function kindOf(code: string, message: string): MailFailureKind {
  if (/certificate|self.signed|altname|STARTTLS|TLS|SSL/i.test(message) || code === 'ETLS') return 'tls';
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(message)) return 'dns';
  if (/ECONNREFUSED/.test(message)) return 'connect';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'timeout';
  if (code === 'EAUTH') return 'auth';
  if (/ENOENT|EACCES|EISDIR/.test(message) || code === 'ESTREAM') return 'file';
  return 'network';
}
