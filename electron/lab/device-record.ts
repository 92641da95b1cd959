/** One answer to "who are you". Never holds the password. */
export type LoginTry = {
  readonly user: string;
  readonly method: 'none' | 'password' | 'keyboard-interactive' | 'publickey' | 'hostbased' | 'telnet' | 'ftp';
  readonly accepted: boolean;
};

/**
 * How a shell ended: `exit` typed; channel closed or SSH disconnect said; connection gone without a word; cut by a
 * fault of ours.
 */
export type SessionEnd = 'open' | 'logged-out' | 'closed' | 'dropped' | 'cut-by-device';

/** One shell on a device. */
export type SessionRecord = {
  readonly user: string;
  columns: number;
  rows: number;
  readonly commands: string[];
  end: SessionEnd;
};

/** What happened on one device. */
export type DeviceRecord = {
  connections: number;
  openConnections: number;
  readonly logins: LoginTry[];
  readonly sessions: SessionRecord[];
  /** Paths that were read by SFTP, SCP or FTP, in order. */
  readonly filesRead: string[];
  /** Attempts to write, delete or rename by SFTP or FTP: a read-only client makes none. */
  writesTried: number;
};

/** The record of a device that nobody has called yet. */
export function newDeviceRecord(): DeviceRecord {
  return { connections: 0, openConnections: 0, logins: [], sessions: [], filesRead: [], writesTried: 0 };
}

/** Opens the record of one shell. */
export function openSession(
  record: DeviceRecord,
  user: string,
  size: { columns: number; rows: number },
): SessionRecord {
  const session: SessionRecord = { user, ...size, commands: [], end: 'open' };
  record.sessions.push(session);
  return session;
}

/** Notes how a shell ended; the first word stands. */
export function endSession(session: SessionRecord, end: SessionEnd): void {
  if (session.end === 'open') session.end = end;
}
