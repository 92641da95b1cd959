import { isAscii } from 'node:buffer';

/** What devices speak: UTF-8, or the Chinese national encoding of older ones (GBK is a part of it). */
export type Encoding = 'utf-8' | 'gb18030';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030');

/** Chinese in UTF-8 takes three bytes a character; GB18030 that happens to be valid UTF-8 looks like two. */
const threeByteCharacter = /[\u0800-\uffff]/;
const lineFeed = 0x0a;

/**
 * Decodes a whole output: strictly as UTF-8, and when that cannot be, line by line, since names in a configuration may
 * be in another encoding than the device's own words. What is no UTF-8 is GB18030.
 */
export function decodeOutput(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const text = asUtf8(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8' };
  const lines: string[] = [];
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf(lineFeed, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    const own = asUtf8(line);
    lines.push(own !== undefined && threeByteCharacter.test(own) ? own : gb18030.decode(line));
    from += line.length + 1;
  }
  return { text: lines.join('\n'), encoding: 'gb18030' };
}

function asUtf8(bytes: Uint8Array): string | undefined {
  // Most answers hold nothing else, and need no decoder.
  if (Buffer.isBuffer(bytes) && isAscii(bytes)) return bytes.toString('latin1');
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // Not UTF-8: the decoder says so only by throwing.
    return undefined;
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
