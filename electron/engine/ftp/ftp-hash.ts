/** How a server is asked for the hash of a file. */
export type HashCommand = {
  /** Node's name of the algorithm. */
  readonly algorithm: 'sha256' | 'sha512' | 'sha1' | 'md5';
  /** Sent first, where the algorithm has to be chosen. */
  readonly select?: string;
  /** The command, without the path. */
  readonly ask: string;
  /** Lower-case hex out of the answer; undefined when there is none of that length. */
  readonly parse: (answer: string) => string | undefined;
};

const digits = { sha256: 64, sha512: 128, sha1: 40, md5: 32 } as const;

/** Names in the line `HASH SHA-256;SHA-1*;MD5` of FEAT, best first. */
const named = [
  ['SHA-256', 'sha256'],
  ['SHA-512', 'sha512'],
  ['SHA-1', 'sha1'],
  ['MD5', 'md5'],
] as const;

/** Commands of their own, older than HASH, best first. */
const commands = [
  ['XSHA256', 'sha256'],
  ['XSHA512', 'sha512'],
  ['XSHA1', 'sha1'],
  ['XSHA', 'sha1'],
  ['XMD5', 'md5'],
] as const;

/** The best hash that a server offers, by what it answered to FEAT. */
export function bestHash(features: ReadonlyMap<string, string>): HashCommand | undefined {
  const offered = (features.get('HASH') ?? '').split(';').map((name) => name.replace('*', '').trim().toUpperCase());
  for (const [name, algorithm] of named) {
    if (offered.includes(name)) {
      return { algorithm, select: `OPTS HASH ${name}`, ask: 'HASH', parse: hexOf(digits[algorithm]) };
    }
  }
  const found = commands.find(([command]) => features.has(command));
  return found && { algorithm: found[1], ask: found[0], parse: hexOf(digits[found[1]]) };
}

/** The first word of hexadecimal digits of that length. */
function hexOf(length: number): (answer: string) => string | undefined {
  const pattern = new RegExp(`(?<![0-9a-f])[0-9a-f]{${length}}(?![0-9a-f])`, 'i');
  return (answer) => pattern.exec(answer.slice(4))?.[0].toLowerCase();
}
