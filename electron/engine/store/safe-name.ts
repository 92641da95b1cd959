/** Longest name, bytes of UTF-8: with a number before and after it stays under 80, a path of four such under 400. */
const longestBytes = 72;

/** Names that Windows keeps for devices, whatever ending follows (Win32 "Naming Files, Paths, and Namespaces"). */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

/**
 * A file or folder name made of any text: Chinese is kept, whatever a file system or a shell could take for something
 * else becomes a dash. Never empty, never a path, never `.` or `..`.
 *
 * @param ending kept whole at the end, e.g. `.txt`
 */
export function safeName(text: string, fallback: string, ending = ''): string {
  const plain = text
    .normalize('NFC')
    // Control, format and unpaired surrogate characters, separators, and what Windows forbids.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}<>:"/\\|?*]+/gu, '-')
    .replaceAll(/-{2,}/g, '-');
  const room = longestBytes - Buffer.byteLength(ending);
  const cut = trimEnds(cutToBytes(trimEnds(plain), room));
  const name = (cut === '' ? fallback : cut) + ending;
  return reserved.test(name) ? `_${name}` : name;
}

/** Distinct names out of a first-come list; upper and lower case count as the same, as on Windows and macOS. */
export class NameClaims {
  readonly #taken = new Set<string>();

  /** The wanted name, or the same with a number before its ending. */
  claim(stem: string, ending = ''): string {
    let name = stem + ending;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}${ending}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** Leading dots hide a file, trailing dots and blanks vanish on Windows. */
function trimEnds(text: string): string {
  return text.replaceAll(/^[.\-\s]+|(?<![.\-\s])[.\-\s]+$/g, '');
}

/** Cuts between whole characters. */
function cutToBytes(text: string, bytes: number): string {
  let cut = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    cut += character;
  }
  return cut;
}
