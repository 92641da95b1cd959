import type { Writable } from 'node:stream';

/** Writes without end, as fast as the other end takes it. The returned function stops it. */
export function flood(stream: Writable, piece: string | Buffer): () => void {
  const bytes = Buffer.alloc(Math.ceil(16_384 / piece.length) * piece.length, piece);
  let isOn = true;
  const go = (): void => {
    if (!isOn || !stream.writable) return;
    if (stream.write(bytes)) setImmediate(go);
    else stream.once('drain', go);
  };
  go();
  return () => {
    isOn = false;
  };
}
