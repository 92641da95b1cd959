/** What devices speak: UTF-8, or the Chinese national encoding of older ones (GBK is a part of it). */
export type Encoding = 'utf-8' | 'gb18030';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030');

/** Decodes a whole output: strictly as UTF-8, and when that cannot be, as GB18030. */
export function decodeOutput(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  try {
    return { text: strictUtf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    // Not UTF-8: the decoder says so only by throwing.
    return { text: gb18030.decode(bytes), encoding: 'gb18030' };
  }
}

const sequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[ -/]+[0-~]|[0-Z\\^-~])/g;
const unseen = /[\u0000\u0007\r]/g;
const escape = '\u001b';

/**
 * Decodes as text arrives, for people who watch: a character cut between two chunks comes whole with the second one.
 * Colours, bells, NULs and carriage returns are left out; lines end in LF.
 */
export function streamDecoder(encoding: Encoding): (chunk: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  return (chunk) => {
    const text = rest + decoder.decode(chunk, { stream: true });
    rest = '';
    // Most devices send no sequence at all, and looking for half a one at the end costs more than the decoding.
    if (!text.includes(escape)) return text.replace(unseen, '');
    const cut = /\u001b[^a-zA-Z]{0,16}$/.exec(text);
    rest = cut ? cut[0] : '';
    return text
      .slice(0, text.length - rest.length)
      .replace(sequences, '')
      .replace(unseen, '');
  };
}
