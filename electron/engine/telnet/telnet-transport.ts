import type { Clock } from '../ports';
import type { SessionOptions } from '../session/session';
import type { Transport } from '../session/transport';
import { closeWay, type Way } from '../session/way';
import { escapeTelnet, TelnetNegotiation } from './negotiate';

/** How long a polite end may take before the socket is cut, milliseconds. */
const endMs = 300;
/** What negotiates more than this is no telnet server, bytes: all options together take less than 2,000. */
const mostOptionBytes = 65_536;

/** Speaks telnet over a connection that is open. */
export function openTelnet(way: Way, options: SessionOptions): Transport {
  return new TelnetTransport(way, options.clock);
}

class TelnetTransport implements Transport {
  readonly lineEnd = '\r\n';
  private readonly negotiation = new TelnetNegotiation();
  private optionBytes = 0;

  constructor(
    private readonly way: Way,
    private readonly clock: Clock,
  ) {
    // A close follows each error, and that is what is listened to.
    way.stream.on('error', () => undefined);
  }

  write(text: string): void {
    const { stream } = this.way;
    if (stream.writable) stream.write(escapeTelnet(text));
  }

  onData(listener: (chunk: Buffer) => void): void {
    const { stream } = this.way;
    stream.on('data', (chunk: Buffer) => {
      // Options without end count as text without end, and are told as that.
      if (this.optionBytes > mostOptionBytes) return listener(chunk);
      const { data, reply } = this.negotiation.take(chunk);
      this.optionBytes += chunk.length - data.length;
      if (reply.length > 0 && stream.writable) stream.write(reply);
      if (data.length > 0) listener(data);
    });
  }

  pause(): void {
    this.way.stream.pause();
  }

  resume(): void {
    this.way.stream.resume();
  }

  onClose(listener: () => void): void {
    const { stream } = this.way;
    if (stream.destroyed) listener();
    else stream.once('close', listener);
  }

  async close(): Promise<void> {
    const { stream } = this.way;
    if (!stream.destroyed) {
      await new Promise<void>((resolve) => {
        const finish = (): void => {
          cancel();
          resolve();
        };
        const cancel = this.clock.after(endMs, () => {
          stream.destroy();
          finish();
        });
        stream.once('close', finish);
        stream.end();
      });
    }
    await closeWay(this.way);
  }
}
