import type { SessionTraits } from '../../session/traits';

const refusals: readonly RegExp[] = [
  /^\s*% ?(?:Invalid|Incomplete|Ambiguous|Unknown|Unrecognized|Bad|Permission denied|Authorization failed)\b/i,
  /^\s*Command authorization failed/i,
  /^\s*Syntax error while parsing/i,
];

/** The command line of IOS and IOS-XE: two levels, the upper one by `enable`. */
export const iosTraits: SessionTraits = {
  pagerOff: ['terminal length 0', 'terminal width 511'],
  prompt: /^[\w.@()\-/:+]{1,63}[>#]\s?$/,
  refusals,
  pagers: [{ pattern: /--\s*More\s*--/, answer: ' ' }],
  noise: [],
  logout: 'exit',
  enable: 'enable',
};

/** The command line of NX-OS: one level, rights by role. */
export const nxosTraits: SessionTraits = {
  ...iosTraits,
  prompt: /^[\w.@()\-/:+]{1,63}#\s?$/,
  enable: undefined,
};

/** The command line of ASA, whose pager can be turned off only after `enable`; the name may hold context and role. */
export const asaTraits: SessionTraits = {
  pagerOff: ['terminal pager 0'],
  prompt: /^\S.{0,80}?[>#]\s?$/,
  refusals: [...refusals, /^\s*ERROR: %/i],
  pagers: [
    { pattern: /<---\s*More\s*--->/, answer: ' ' },
    { pattern: /--\s*More\s*--/, answer: ' ' },
  ],
  noise: [],
  logout: 'exit',
  enable: 'enable',
};

// Behind `|` only filters of text: `redirect`, `tee` and `append` write files.
const filters = String.raw`(?:\|\s*(?:include|exclude|begin|section|count|last|grep|i|e|b)\b[^|;&<>\x60$\r\n]*)*`;
const show = new RegExp(String.raw`^\s*show\s+(?!\s|tech-support\b)[^|;&<>\x60$\r\n]+${filters}$`, 'i');
const directory = /^\s*dir(?:\s+[\w.:/-]+)?\s*$/i;

/** Commands of IOS that only read. */
export const iosReadOnly: readonly RegExp[] = [show, directory];

/** When the running configuration was changed and when it was saved: two questions in one line. */
export const nxosSavedCommand =
  'show running-config | include "Running configuration last done|No configuration change" ; show startup-config | include "Startup config saved"';

/** The same two questions, with the whole of both configurations as answer. */
export const nxosBothConfigs = 'show running-config ; show startup-config';

const exactly = (command: string): RegExp => new RegExp(`^\\s*${command.replace(/[|"]/g, '\\$&')}\\s*$`);

/** Commands of NX-OS that only read; two questions in one line only in this one form. */
export const nxosReadOnly: readonly RegExp[] = [show, directory, exactly(nxosSavedCommand), exactly(nxosBothConfigs)];

/** Commands of ASA that only read. */
export const asaReadOnly: readonly RegExp[] = [show, directory, /^\s*more\s+system:running-config\s*$/i];
