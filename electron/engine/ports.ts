import type { SecretRef } from '../../shared/model/ids';

/** Time as the engine sees it. A test moves it by hand. */
export type Clock = {
  /** Wall clock, epoch milliseconds. */
  now(): number;
  /** Monotonic milliseconds, for durations. */
  elapsed(): number;
  /** Calls once after `ms`, however long; the returned function takes the call back. */
  after(ms: number, call: () => void): () => void;
};

/** Fixed sentences with values in fields. Fields are blanked of known secrets before they are written. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Log = {
  debug(sentence: string, fields?: LogFields): void;
  info(sentence: string, fields?: LogFields): void;
  warn(sentence: string, fields?: LogFields): void;
  error(sentence: string, fields?: LogFields, cause?: unknown): void;
};

/** Random bytes and ids; a test gives the same ones again. */
export type Random = {
  bytes(count: number): Uint8Array;
  /** Lower-case letters and digits. */
  id(length: number): string;
  /** 0 up to, not including, 1; for jitter. */
  fraction(): number;
};

export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  /** Whole address; may hold a secret, so it is never logged. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Budget of the whole exchange, milliseconds. */
  readonly timeoutMs: number;
};
export type HttpReply = { readonly status: number; readonly text: string };

/**
 * One HTTP exchange. Rejects with `HttpFailure` when no whole answer came.
 * A reply of any status resolves: HTTP 200 is not success, HTTP 400 may hold the service's own words.
 */
export type Http = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpReply>;

/** No answer came. `wasSent`: the body may have reached the service, so a second try may arrive twice. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  constructor(
    readonly kind: 'refused' | 'timeout' | 'dns' | 'tls' | 'network' | 'proxy' | 'size',
    readonly wasSent: boolean,
    options?: { readonly cause?: unknown },
  ) {
    super(kind, options);
  }
}

/** Who gets to see a secret. */
export type Destination = {
  /** The same text for the same readers; whatever changes who reads changes it. */
  readonly key: string;
  /** Name of the device or channel that the secret belongs to. */
  readonly owner: string;
  /** The readers in words, e.g. `ssh inspector@192.0.2.10:22`. */
  readonly place: string;
  /** The user name that is given with the secret; empty where there is none. */
  readonly account: string;
};

/** Secrets by reference. Reading one registers its value with the redactor. */
export type SecretReader = {
  /**
   * The secret's text for the destination that it was typed for, or undefined when there is none of that name.
   *
   * @throws AppError `vault.locked`, `secret.other-destination`
   */
  read(ref: SecretRef, destination: Destination): string | undefined;
};

/** Shows a notification of the desktop; resolves once it was handed over. */
export type DesktopNotice = (notice: { readonly title: string; readonly body: string }) => void;

/** What the window's calls ask of the desktop; nothing of it in plain Node. */
export type Shell = {
  /** Asks for a file to read; null when the user chose none. */
  pickFile(title: string, filters: readonly FileFilter[]): Promise<string | null>;
  /** Asks where to save; null when the user chose nothing. */
  pickTarget(title: string, name: string, filters: readonly FileFilter[]): Promise<string | null>;
  /**
   * Asks the user outside of the window, which cannot press its buttons. The last button gives up; so does closing.
   * Returns the number of the button.
   */
  choose(question: Question): Promise<number>;
  /** Opens a file or folder with the system's own program. Rejects with what the system said. */
  open(path: string): Promise<void>;
  setStartAtLogin(isOn: boolean): void;
};
export type Question = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] };
export type FileFilter = { readonly name: string; readonly extensions: readonly string[] };
