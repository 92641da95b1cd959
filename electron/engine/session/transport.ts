/** A byte stream to a device's command line, whatever carries it. */
export type Transport = {
  /** What ends a line on this stream; CR alone is what the Enter key of a terminal sends. */
  readonly lineEnd: '\n' | '\r\n' | '\r';
  write(text: string): void;
  /** One listener; bytes that came before it was set are given to it first. */
  onData(listener: (chunk: Buffer) => void): void;
  /** Stops reading, so that the far end has to wait; what is on its way still comes. */
  pause(): void;
  /** Reads on. */
  resume(): void;
  /** Called once when the far end is gone; at once when it already is. */
  onClose(listener: () => void): void;
  /** Ends the stream politely, then by force; resolves once nothing is open any more. Never throws. */
  close(): Promise<void>;
};
