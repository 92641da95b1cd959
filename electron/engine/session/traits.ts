/** How a platform's command line behaves: data for the session engine. */
export type SessionTraits = {
  /** Sent once after login, answers thrown away; a refusal is no fault. */
  readonly pagerOff: readonly string[];
  /** Must match the whole last line. Only a hint: the prompt is learned. */
  readonly prompt: RegExp;
  /** Lines by which the device refuses a command, e.g. `ERROR: Invalid entry`. */
  readonly refusals: readonly RegExp[];
  /** Pager questions beside the well-known ones, each answered with `answer`. */
  readonly pagers: readonly { readonly pattern: RegExp; readonly answer: string }[];
  /** Lines that are not output: `Please wait...`. */
  readonly noise: readonly RegExp[];
  /** What ends the session; undefined just closes the channel. */
  readonly logout: string | undefined;
  /** Needs `enable` before the commands when an enable secret is stored. */
  readonly enable: string | undefined;
  /** False where the device cannot take SSH's keep-alive messages; true when left out. */
  readonly keepAlive?: boolean;
  /** The prompt of a shell in front of the command line, and the harmless command that leads on from it. */
  readonly enter?: { readonly on: RegExp; readonly send: string };
};
