import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import type { BastionScript } from '../../../shared/model/bastion-presets';
import type { AuthMethod, Protocol } from '../../../shared/model/device';
import type { CommandEnd, FileRecord, Phase } from '../../../shared/model/run';
import type { Clock, Log } from '../ports';
import type { SessionBudgets } from './sizes';
import type { SessionTraits } from './traits';

/** Where to log in and as whom. Lives only as long as the session. */
export type Target = {
  readonly host: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly username: string;
  readonly password: string | undefined;
  readonly enableSecret: string | undefined;
  /** How to log in over SSH: by password when left out. */
  readonly auth?: AuthMethod;
  /** Text of the private key, any usual format. */
  readonly privateKey?: string;
  readonly passphrase?: string;
  /** The SSH server to go through, with its own credential; it may have a jump host of its own. */
  readonly jump?: Target;
  /** Of a jump host: how to go on from its own menu or shell to the device; it forwards when left out. */
  readonly script?: BastionScript;
  /** Where the device's FTP server listens: 21 when left out. */
  readonly ftpPort?: number;
};

/** What became of one command. */
export type CommandOutput = {
  readonly command: string;
  /** The output as it came: no echo, no prompt, no pager, LF line ends. */
  readonly text: string;
  readonly end: CommandEnd;
  readonly ms: number;
  /** When the answer had come, epoch milliseconds on our side; absent where there was none. */
  readonly at?: number;
  /** Why it is not complete; undefined for `complete` and `refused`. */
  readonly code: ErrorCode | undefined;
};

/** A file as fetched: read to its end, and as long as the device says that it is. */
export type FetchedFile = {
  readonly path: string;
  readonly bytes: Buffer;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly way: FileRecord['way'];
  /** Why a way before this one lost the file. */
  readonly lost?: ErrorCode;
};

/** One host key as remembered: of one address and port. */
export type HostKeyRecord = {
  readonly host: string;
  readonly port: number;
  /** e.g. `ssh-ed25519`. */
  readonly algorithm: string;
  /** `SHA256:` and base64 without padding, as OpenSSH prints it. */
  readonly fingerprint: string;
  /** Epoch milliseconds. */
  readonly firstSeenAt: number;
  /** Outdated algorithms that the device needed last time; undefined or empty when there was none. */
  readonly algorithms?: readonly string[];
  /** What was agreed on when nothing outdated was needed, the last time; undefined when that never was. */
  readonly modern?: readonly string[];
};

/** Host keys already trusted. Trust on first use, refuse on change. */
export type HostKeys = {
  find(host: string, port: number): HostKeyRecord | undefined;
  /** Remembers a key seen for the first time; false refuses it (strict mode). */
  trustNew(record: HostKeyRecord): boolean;
  /**
   * Notes which outdated algorithms a known device needs now, so that the next connection offers them at once, and what
   * was agreed on when it needed none.
   */
  noteAlgorithms?(host: string, port: number, names: readonly string[], modern?: readonly string[]): void;
};

export type SessionOptions = {
  readonly budgets: SessionBudgets;
  readonly traits: SessionTraits;
  readonly hostKeys: HostKeys;
  readonly clock: Clock;
  readonly log: Log;
  /** True where the user lets files be fetched by FTP, which sends the password in clear; never when left out. */
  readonly allowFtp?: boolean;
  /** Ends everything at once; the session still closes its sockets. */
  readonly signal: AbortSignal;
  /** Called at each step on the way in. */
  readonly onPhase: (phase: Phase) => void;
  /**
   * Asked right before a password or key is sent, after the host key was accepted: the lock-out guard. Rejecting with a
   * SessionError ends the session with it; nothing was sent. Told for a jump host first, then for the device.
   */
  readonly beforeLogin?: (target: Target) => Promise<void>;
  /**
   * Called when the session starts to wait for others, for a seat on a bastion or for their log-in on a jump host: that time
   * is not the device's own. What it returns is called when the wait is over.
   */
  readonly onWait?: () => () => void;
};

/** Milliseconds each step took; null while it has not happened. */
export type SessionTimes = {
  readonly connect: number | null;
  readonly auth: number | null;
  readonly shell: number | null;
};

/** A logged-in command line with its learned prompt. One session a device; always closed by its owner. */
export type DeviceSession = {
  readonly prompt: string;
  readonly banner: string;
  /** `SHA256:…`; null for telnet. */
  readonly hostKey: string | null;
  readonly times: SessionTimes;
  /**
   * Names of outdated SSH algorithms in use on this connection, and `ftp` once the password went out by FTP; empty or
   * undefined when there is none.
   */
  readonly weakAlgorithms?: readonly string[];
  /** The modern algorithms that a device spoke before, where it speaks only outdated ones now. */
  readonly formerAlgorithms?: readonly string[];
  /** False where there is no way to fetch a file, only the command line; true when left out. */
  readonly carriesFiles?: boolean;
  /** Traits may change once the member of the family is known (pager, error words). */
  useTraits(traits: SessionTraits): void;
  /**
   * Sends one command and reads to the prompt. Never throws for what a device does: the end says it.
   *
   * May be called for several commands at once: they are sent one after the other, each at the prompt of the one before,
   * and that saves a round trip a command.
   *
   * @param onText text as it arrives, cleaned for people (pager and echo may still be in it)
   * @param onStart called when the command has its turn
   */
  run(command: string, onText?: (text: string) => void, onStart?: () => void): Promise<CommandOutput>;
  /** @throws AppError `files.*`; a short file is never returned */
  fetch(path: string): Promise<FetchedFile>;
  /** True until the connection is lost or closed. */
  isOpen(): boolean;
  /** Logs out, waits a moment for the device to close, then closes. Never throws. */
  close(): Promise<void>;
};

/** Why a session did not open, and how far it came. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams,
    readonly phase: Phase,
    /** Fingerprint seen before the failure, for the report. */
    readonly hostKey: string | null,
    options?: { readonly cause?: unknown },
  ) {
    super(code, options);
  }
}

/** Opens a session by the target's protocol. Implemented in `open-session.ts`. @throws SessionError */
export type OpenSession = (target: Target, options: SessionOptions) => Promise<DeviceSession>;
