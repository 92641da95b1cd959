import type { SessionTraits } from '../../session/traits';
import { refusal } from './answer';

/** The command line of AOS 5, 7 and 8: no modes, no pager to turn off. */
export const aosTraits: SessionTraits = {
  pagerOff: [],
  // `-> `, `sw3 (6560-A) -> `, `S01-P1-RK13-SW01 > `: users set any text, blanks and brackets allowed.
  prompt: /^(?:\S.{0,80}?\s?)?(?:->|[>#])\s?$/,
  refusals: [refusal],
  pagers: [{ pattern: /More\?\s*\[next screen[^\]]*\]/, answer: ' ' }],
  noise: [/^\s*Please wait\.*\s*$/i],
  logout: 'exit',
  enable: undefined,
};

/** AOS 6 has a pager that an administrator may have turned on. */
export const aos6Traits: SessionTraits = { ...aosTraits, pagerOff: ['no more'] };

// Words with `|` or `>` behind `show` could write a file; only the text filters are let through. `show tech-support`
// writes log files to /flash.
const filters = String.raw`(?:\|\s*(?:e?grep|head|tail|more)\b[^|;&<>\x60$\r\n]*)*`;

/** Commands of AOS that only read. */
export const aosReadOnly: readonly RegExp[] = [
  new RegExp(String.raw`^\s*show\s+(?!\s|tech-support\b)[^|;&<>\x60$\r\n]+${filters}$`, 'i'),
  /^\s*write\s+terminal\s*$/i,
  /^\s*no\s+more\s*$/i,
];
