/** Marks that turn the direction of a text or break its lines unseen. */
const unseen = String.raw`\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff`;
/** Orders to a terminal: its own strings (title, clipboard, links) with all that is in them, sequences, single orders. */
const strings = String.raw`(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u0018\u001a\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?`;
const sequences = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?`;
const orders = new RegExp(
  String.raw`${strings}|${sequences}|\u001b[ -/]*[0-~]?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f${unseen}]`,
  'g',
);

/** A text of a device, a service or a file as it may be written to a terminal: no order to it, only tabs and line ends. */
export function forTerminal(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(orders, '');
}

const unprintable = new RegExp(String.raw`[\u007f-\u009f${unseen}]`, 'g');

/** JSON in which what a terminal would obey is escaped; the value stays the same. */
export function jsonForTerminal(value: unknown): string {
  const escape = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(unprintable, escape);
}

/** Takes the pieces of a text and gives what a live view may be given. */
export type TerminalStream = (piece: string) => string;

/** What a view may obey: colours, moves of the cursor, erasing; with numbers only. */
const harmless = /^[\d;]{0,32}[A-HJKPX@m]$/;
const longestSequence = 64;
const stringStarts = ']PX^_';
const stringC1 = '\u0090\u0098\u009d\u009e\u009f';
const plainControls = '\b\t\n\r';
const unseenMark = new RegExp(`[${unseen}]`);

/** Where in an order a text stands: outside, behind its escape, in a sequence, in a string, behind an escape in one. */
type Place = 'text' | 'escape' | 'sequence' | 'string' | 'string-escape';

/**
 * A cleaner for a view that draws a terminal. Titles, clipboard, links, questions, modes and everything in C1 are left out,
 * also where an order is cut between two pieces.
 */
export function terminalStream(): TerminalStream {
  let place: Place = 'text';
  let sequence = '';

  const outside = (char: string): string => {
    place = 'text';
    if (char === '\u001b') place = 'escape';
    else if (char === '\u009b') [place, sequence] = ['sequence', ''];
    else if (stringC1.includes(char)) place = 'string';
    if (place !== 'text') return '';
    const isControl = char < ' ' || (char >= '\u007f' && char <= '\u009f');
    return (isControl && !plainControls.includes(char)) || unseenMark.test(char) ? '' : char;
  };

  const behindEscape = (char: string): string => {
    if (char === '[') [place, sequence] = ['sequence', ''];
    else if (stringStarts.includes(char)) place = 'string';
    else if (char === '\u001b' || (char >= ' ' && char <= '/')) place = 'escape';
    else place = 'text';
    return '';
  };

  const inSequence = (char: string): string => {
    if (char < ' ' || char > '~') return outside(char);
    sequence += char;
    const isEnd = char >= '@';
    if (isEnd || sequence.length > longestSequence) place = 'text';
    return isEnd && harmless.test(sequence) ? `\u001b[${sequence}` : '';
  };

  const inString = (char: string): string => {
    if (char === '\u0007' || char === '\u009c') place = 'text';
    else if (place === 'string-escape') return behindEscape(char);
    else if (char === '\u001b') place = 'string-escape';
    return '';
  };

  const step = (char: string): string => {
    if (place === 'text') return outside(char);
    if (char === '\u0018' || char === '\u001a') {
      place = 'text';
      return '';
    }
    if (place === 'escape') return behindEscape(char);
    return place === 'sequence' ? inSequence(char) : inString(char);
  };

  return (piece) => {
    let shown = '';
    for (const char of piece) shown += step(char);
    return shown;
  };
}
