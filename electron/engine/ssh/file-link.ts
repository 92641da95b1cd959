import type { SessionOptions, Target } from '../session/session';
import { connectSsh } from './connect';
import { closeLink, type SshLink } from './link';
import type { Client } from './ssh2';

/** The device allows no further channel on this connection. */
export class ChannelRefused extends Error {}
/** The device allows the channel, but not what was asked of it. */
export class ServiceRefused extends Error {}

/** Where channels for files are opened: beside the shell, or on a connection of their own where a device allows one channel. */
export class FileLink {
  private own: Promise<SshLink> | undefined;

  constructor(
    private readonly link: SshLink,
    private readonly target: Target,
    private readonly options: SessionOptions,
  ) {}

  /** Opens a channel. @param openOn rejects with `ChannelRefused` where the connection carries no further channel */
  async open<T>(openOn: (client: Client) => Promise<T>): Promise<T> {
    if (this.own !== undefined) return openOn((await this.own).client);
    try {
      return await openOn(this.link.client);
    } catch (error) {
      // The device refused a second channel, not the service: a connection of its own may still work.
      if (!(error instanceof ChannelRefused)) throw error;
      return openOn((await this.connectOwn()).client);
    }
  }

  /** Closes what it opened for itself. Never throws. */
  async close(): Promise<void> {
    // A connection that never came has its error told already.
    const own = await this.own?.catch(() => undefined);
    if (own) await closeLink(own, this.options.clock);
  }

  private connectOwn(): Promise<SshLink> {
    // The same credential on the same device: it has been let in already, so nobody is asked again.
    const options = { ...this.options, onPhase: () => undefined, beforeLogin: undefined };
    // A refusal stays one: a second try could cost the account its last login.
    this.own = connectSsh(this.target, options).catch((cause: unknown) => {
      throw new ChannelRefused('no second connection', { cause });
    });
    return this.own;
  }
}
