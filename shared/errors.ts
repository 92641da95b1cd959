/** Every code that a user can meet. Each has words in `i18n/errors`, or the product does not compile. */
export const errorCodes = [
  // network
  'net.refused',
  'net.timeout',
  'net.unreachable',
  'net.dns',
  'net.closed',
  // ssh
  'ssh.not-ssh',
  'ssh.no-common-algorithm',
  'ssh.handshake',
  'ssh.banner-too-long',
  'ssh.questions-too-long',
  'ssh.prime-too-large',
  'ssh.host-key-changed',
  'ssh.host-key-new',
  'ssh.auth-failed',
  'ssh.auth-timeout',
  'ssh.no-shell',
  'ssh.lost',
  'ssh.key-unreadable',
  'ssh.no-agent',
  'ssh.jump-failed',
  'ssh.jump-unknown',
  // the menu or shell of a bastion
  'bastion.no-step',
  'bastion.refused',
  'bastion.not-listed',
  'bastion.host-key-new',
  'bastion.host-key-changed',
  'bastion.no-device',
  'bastion.unsafe-value',
  'bastion.chained',
  // telnet
  'telnet.no-login',
  'telnet.auth-failed',
  // command line
  'cli.no-prompt',
  'cli.sessions-full',
  'cli.question',
  'cli.timeout',
  'cli.login-too-long',
  'cli.output-too-long',
  'cli.not-read-only',
  'cli.no-privilege',
  // files
  'files.no-sftp',
  'files.no-ftp',
  'files.not-found',
  'files.denied',
  'files.short',
  'files.too-large',
  'files.cut',
  'files.mismatch',
  'files.timeout',
  'files.failed',
  // device
  'device.timeout',
  'device.cancelled',
  'device.skipped',
  'device.is-bastion',
  'device.no-credential',
  'device.credential-stopped',
  // texts
  'text.too-hard',
  // our side
  'inventory.unreadable',
  'inventory.empty',
  'inventory.token-expired',
  'settings.invalid',
  'settings.newer',
  'schedule.bad-expression',
  'vault.locked',
  'vault.wrong-password',
  'vault.no-key-store',
  'vault.damaged',
  'vault.other-key',
  'secret.other-destination',
  'secret.not-moved',
  'run.already-running',
  'run.no-devices',
  'run.not-found',
  'report.not-found',
  'report.write-failed',
  'channel.bad-options',
  'channel.not-found',
  'device.not-found',
  'schedule.not-found',
  'demo.failed',
  'args.invalid',
  'disk.full',
  'disk.denied',
  'disk.blocked',
  'disk.failed',
  'out.foreign',
  'data.in-use',
  'internal',
] as const;
/** Every code that the product knows; each has words in both languages. */
export type ErrorCode = (typeof errorCodes)[number];

/** What an error's words need: host, port, seconds, file name. Never a secret, and of what a device said at most a line, drawn and blanked. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** Something the user can meet, with a code that has words in every language. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: { readonly cause?: unknown },
  ) {
    super(code, options);
  }
}

/** An answer over the contract: the value, or an error in its transport form. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };

/** True for a code of our list; for text that came over a wire. */
export function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text);
}

/** Ends a switch over a union: a new member does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
