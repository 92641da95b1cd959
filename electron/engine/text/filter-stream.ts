import { looksBack, mayBeginSecret } from './general-secrets';
import { hiddenIn, type Before, type KnownSecrets } from './hidden';
import { blankMark, blankSpans } from './spans';

/** A text that comes in pieces, blanked as if it had come whole. */
export type FilterStream = {
  /** Takes a piece and gives what may be shown: whole lines, behind what `idle` has let go of their beginnings. */
  push(piece: string): string;
  /** Gives what of an unfinished line cannot become a secret; for when nothing more comes for a while, as at a prompt. */
  idle(): string;
  /** Gives the rest. */
  end(): string;
};

/** An unfinished line that is longer is given in parts. */
const longestHeld = 64 * 1024;
/** So much of its end is kept back then. */
const heldBack = 4 * 1024;
/** So far before a secret stand the words that tell it. */
const wordsBefore = 512;
/** So much of what came before is given to patterns that look back. */
const context = 4 * 1024;

/** How much of an unfinished line cannot become a secret. */
function safeEnd(line: string, patterns: readonly RegExp[], known: KnownSecrets, before: Before): number {
  const to = Math.min(mayBeginSecret(line), line.length - known.openEnd(line));
  const { spans } = hiddenIn(line, patterns, known, before);
  return Math.min(to, spans[0]?.from ?? to);
}

/** Makes a stream. Patterns look at whole lines, so that an unfinished line waits for its end. */
export function createFilterStream(patterns: readonly RegExp[], known: KnownSecrets): FilterStream {
  const needsContext = patterns.some(looksBack);
  let before: Before = { text: '', isInKey: false };
  let held = '';
  /** Characters of `held` that were given already. */
  let given = 0;
  /** A secret was too long to be held: what follows up to the next blank is the rest of it. */
  let isInWord = false;

  /** Gives what is held up to `cut`, which no hidden piece may straddle. */
  const give = (cut: number): string => {
    const text = held.slice(0, cut);
    const { spans, isOpen } = hiddenIn(text, patterns, known, before);
    const own = spans.filter(({ to }) => to >= given).map((span) => ({ ...span, from: Math.max(given, span.from) }));
    const shown = blankSpans(text, [{ from: 0, to: given, by: '' }, ...own]);
    before = { text: needsContext ? (before.text + text).slice(-context) : '', isInKey: isOpen };
    held = held.slice(cut);
    given = 0;
    return shown;
  };

  /** What of a piece is not the rest of a secret that was too long to be held. */
  const behindWord = (piece: string): string => {
    if (!isInWord) return piece;
    const at = piece.search(/\s/);
    if (at === -1) return '';
    isInWord = false;
    return piece.slice(at);
  };

  /** A line that has grown too long: all but its end, cut where no secret and no word before one is parted. */
  const giveLong = (): string => {
    const end = held.length - heldBack;
    if (before.isInKey) return give(end);
    const parted = hiddenIn(held, patterns, known, before).spans.find(
      ({ from, to }) => from - wordsBefore < end && to > end,
    );
    if (parted === undefined) return give(end);
    if (parted.from - wordsBefore > given) return give(parted.from - wordsBefore);
    const shown = held.slice(given, parted.from) + blankMark;
    held = '';
    given = 0;
    isInWord = true;
    return shown;
  };

  return {
    push(piece) {
      held += behindWord(piece);
      const cut = held.lastIndexOf('\n') + 1;
      const lines = cut === 0 ? '' : give(cut);
      return held.length > longestHeld ? lines + giveLong() : lines;
    },
    idle() {
      if (before.isInKey) return '';
      const safe = safeEnd(held, patterns, known, before);
      if (safe <= given) return '';
      const shown = held.slice(given, safe);
      given = safe;
      return shown;
    },
    end: () => give(held.length),
  };
}
