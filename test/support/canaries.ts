import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

/** Secrets that the vault or a file holds. The first three are a short one, a common word and the name of a device. */
export const weakSecrets = ['Rt7', 'switch', 'core-sw-01'] as const;
const strongSecrets = Array.from({ length: 47 }, (_, index) => `Cq${index}/a+b&c"d<Zx${index}`);
/** The token of the push service is of a form that the service prescribes. */
export const pushToken = 'AT_canaryTokenZx9Q47';
export const knownSecrets: readonly string[] = [...weakSecrets, ...strongSecrets.slice(0, 46), pushToken];
export const account = 'ops';

const hexPairs = (text: string) => Buffer.from(text).toString('hex');
const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The eight forms in which a secret travels. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  Buffer.from(secret).toString('base64'),
  Buffer.from(`${account}:${secret}`).toString('base64'),
  encodeURIComponent(secret),
  new URLSearchParams({ a: secret }).toString().slice(2),
  JSON.stringify(secret).slice(1, -1),
  html(secret),
  hexPairs(secret),
];

/** Where a password stands, a weak secret must not. */
const weakLines = (secret: string): readonly string[] => [
  `wk password ${secret}`,
  `wk snmp-server community ${secret}`,
  `wk "password":"${secret}"`,
  `wk ${Buffer.from(`${account}:${secret}`).toString('base64')}`,
  `wk ${Buffer.from(`\0${account}\0${secret}`).toString('base64')}`,
  `wk ${account}:${secret}`,
];

/** Lines of a configuration whose secret nobody knows beforehand. */
const unknownLines = [
  'snmp-server community UNK.a RO',
  'snmp-server host 192.0.2.9 version 2c UNK.b',
  'snmp-server user u g v3 auth md5 encrypted UNK.c',
  'tacacs-server host 192.0.2.8 key 7 UNK.d',
  'username ops privilege 15 secret 5 $1$ab$UNK.e',
  'wpa-passphrase UNK.f',
  'shared_key UNK.g',
  'set-key hex UNK.h',
  'copy scp://x:UNK.i@192.0.2.7/c',
  'Nov 29 07:00:00 app: login with password=UNK.j refused',
  '-----BEGIN RSA PRIVATE KEY-----',
  'MIIUNK.k',
  '-----END RSA PRIVATE KEY-----',
];

/** A log whose gravest line, which a finding quotes, tells a secret that nobody knows and orders the terminal. */
export const plantedLog = [
  'Syslog logging: enabled',
  '    Facility: 20',
  '    Timestamp logging: enabled',
  '    Buffer logging: level warnings, 10003 messages logged',
  'Nov 22 2026 08:44:38: %ASA-1-104001: (Primary) lost its mate, password=UNK.m \u009d0;title\u009c',
  '',
].join('\n');

/** All of it, as a device prints it. */
export const plantedText = [
  ...unknownLines,
  ...knownSecrets.slice(weakSecrets.length).flatMap((secret) => formsOf(secret).map((form) => `x ${form} y`)),
  ...weakSecrets.flatMap(weakLines),
  'end',
  '',
].join('\n');

const watched: readonly string[] = [
  'UNK.',
  ...knownSecrets.slice(weakSecrets.length).flatMap(formsOf),
  ...weakSecrets.flatMap(weakLines),
];

type Hit = { readonly place: string; readonly found: string };

/** Looks for everything that was planted in places by name; a zip is looked into. */
export function search(places: ReadonlyMap<string, Uint8Array | string>): readonly Hit[] {
  const hits: Hit[] = [];
  for (const [place, content] of places) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
      const inner = Object.entries(unzipSync(bytes)).map(([name, part]) => [`${place}!${name}`, part] as const);
      hits.push(...search(new Map(inner)));
    }
    const text = bytes.toString('utf8');
    hits.push(...watched.filter((each) => text.includes(each)).map((found) => ({ place, found })));
  }
  return hits;
}

/** Every file below a folder. */
export function filesBelow(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(path, readFileSync(path));
  }
  return files;
}

export const canaryCount = knownSecrets.length;
export const formCount = formsOf('').length;
