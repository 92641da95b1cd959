/** A text that was made to cost time, of any length. */
export type HostileText = { readonly how: string; readonly make: (length: number) => string };

const filled = (how: string, pump: string, head = '', tail = ''): HostileText => ({
  how,
  make: (length) => head + pump.repeat(Math.ceil(length / pump.length)) + tail,
});

const named: Readonly<Record<string, string>> = { ' ': 'blanks', '0': 'digits', '\t': 'tabs', '\r': 'CR', '\n': 'LF' };

/** Hostile lines that any parser may be given. */
export const lineTexts: readonly HostileText[] = [
  ...[' ', '0', '-', ':', 'a'].map((sign) => filled(`only ${named[sign] ?? JSON.stringify(sign)}`, sign, '', '\n')),
  filled('a word, blanks, a word', ' ', 'a', 'b\n'),
  filled('short lines', 'ab\n'),
  filled('label lines', 'name : value\n'),
  filled('open quotes', '"a ', '', '\n'),
  filled('deep blocks', 'a {\n'),
];

/** Hostile texts that need no knowledge of what reads them: lines, and what a terminal acts on. */
export const generalTexts: readonly HostileText[] = [
  ...lineTexts,
  ...[...'\t.,a|="<[({/\r\n\b\u001b文\u0000'].map((sign) =>
    filled(`only ${named[sign] ?? JSON.stringify(sign)}`, sign),
  ),
  filled('short lines of blanks', ' \n'),
  filled('unclosed keys', '-----BEGIN PRIVATE KEY-----\nAAAA\n'),
  filled('a key without end', 'A', '-----BEGIN RSA PRIVATE KEY-----\n'),
  filled('colours', '\u001b[1;31m'),
  filled('unclosed titles', '\u001b]0;a'),
  filled('cursor far right', '\u001b[99999Ga\r'),
  { how: 'shifted cells', make: (length) => `${'a'.repeat(length / 2)}\r${'\u001b[C\u001b[P'.repeat(length / 12)}\n` },
  { how: 'erased to the left', make: (length) => `${'a'.repeat(length / 2)}${'\u001b[1K'.repeat(length / 8)}\n` },
  { how: 'blanks drawn over', make: (length) => `${' '.repeat(length / 2)}a${'\r'.repeat(length / 2)}\n` },
  filled('prompts', 'sw-1# show version\n'),
  filled('prompts on one line', 'sw-1#'),
  filled('secret words', 'snmp-server community radius tacacs key username password secret '),
  filled('addresses', '1.2.3.4:5@'),
];

/** Hostile texts out of a recorded answer: its lines, words and rows, where a parser looks closest. */
export function textsOf(recorded: string): readonly HostileText[] {
  const lines = recorded.split('\n').filter((line) => line.trim() !== '');
  const longest = lines.toSorted((one, other) => other.length - one.length)[0] ?? '-';
  const middle = lines[Math.floor(lines.length / 2)] ?? '-';
  const head = lines.slice(0, -1).join('\n');
  const words = longest.trim().split(/\s+/);
  const begin = words.slice(0, 2).join(' ');
  return [
    filled('the whole answer again and again', recorded.endsWith('\n') ? recorded : `${recorded}\n`),
    filled('its last line again and again', `${lines.at(-1) ?? '-'}\n`, `${head}\n`),
    filled('a line again and again', `${middle}\n`, `${head}\n`),
    filled('a row without its last field', `${words.slice(0, -1).join(' ') || '-'}\n`, `${head}\n`),
    filled('the beginning of a line repeated in one', `${begin} `, '', '\n'),
    filled('the fields of a line repeated in one', `${longest.trim()} `, `${head}\n`, '\n'),
    filled('a line with a gap', ' ', `${head}\n${begin}`, 'x\n'),
  ];
}
