import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { MailFailure, type Mail, type MailFailureKind, type MailRequest } from './engine/channels/channel';

/** Waits inside one mail, milliseconds; the request's own budget stands above all of them. */
const waitsMs = { dns: 10_000, connect: 10_000, greeting: 20_000, silence: 60_000 } as const;

/** The Mail port over nodemailer. `ca`: a certificate to trust besides the system's, as PEM. */
export function mailOver({ ca }: { readonly ca?: string }): Mail {
  return async (request) => {
    const wire = { isBodyOut: false };
    const transport = transportOf(request, ca);
    // The end of the body's stream is read only after the server asked for the body: from then on it may have it.
    transport.use('stream', (mail, done) => {
      mail.message.transform(() => new PassThrough().once('end', () => (wire.isBodyOut = true)));
      done();
    });
    try {
      const sent = await transport.sendMail({ ...contentOf(request), signal: AbortSignal.timeout(request.timeoutMs) });
      return { response: sent.response, rejected: rejectedOf(sent.rejectedErrors) };
    } catch (cause) {
      throw failureOf(cause, wire.isBodyOut);
    } finally {
      transport.close();
    }
  };
}

/** The Mail port with the system's own trust. */
export const nodeMail: Mail = (request) => mailOver({})(request);

function transportOf({ host, port, security, username, password }: MailRequest, ca: string | undefined) {
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

const Refusal = z.object({ recipient: z.string().catch(''), response: z.string().catch('') });

function rejectedOf(errors: unknown) {
  const list = z.array(z.unknown()).catch([]).parse(errors);
  return list.map((each) => {
    const { recipient, response } = Refusal.parse(each);
    return { recipient, reason: response };
  });
}

const Wrong = z.object({
  code: z.string().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  message: z.string().catch(''),
});

function failureOf(thrown: unknown, isBodyOut: boolean): MailFailure {
  const cause = Wrong.parse(thrown instanceof Error ? { ...thrown, message: thrown.message } : {});
  const words = cause.response ?? '';
  if (cause.responseCode !== undefined)
    return new MailFailure(cause.code === 'EAUTH' ? 'auth' : 'refused', words, false, cause.responseCode);
  const kind = kindOf(cause.code ?? '', cause.message);
  return new MailFailure(kind, kind === 'network' || kind === 'tls' ? cause.message : words, isBodyOut);
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
