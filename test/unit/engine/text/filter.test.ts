import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor, type Redactor } from '../../../../electron/engine/text/redact';
import { fortinetVdom } from '../../../../electron/engine/vendors/fortinet/fortios-vdom';

const none = createFilter(createRedactor());
const knowing = (tell: (redactor: Redactor) => void) => {
  const redactor = createRedactor();
  tell(redactor);
  return createFilter(redactor);
};

test.each([
  ['snmp-server community Zx9Q RO', 'snmp-server community ****** RO'],
  ['snmp-server host 192.0.2.9 version 2c Zx9Q', 'snmp-server host 192.0.2.9 version 2c ******'],
  ['snmp-server host 192.0.2.9 traps version 3 priv Zx9Q', 'snmp-server host 192.0.2.9 traps version 3 priv ******'],
  [
    'snmp-server user u g v3 auth sha Zx9Q priv aes 128 Zx9Q',
    'snmp-server user u g v3 auth sha ****** priv aes 128 ******',
  ],
  ['snmp-agent target-host trap address udp-domain 192.0.2.9 params securityname Zx9Q v2c', /securityname \*{6} v2c$/],
  ['rocommunity Zx9Q 192.0.2.0/24', 'rocommunity ****** 192.0.2.0/24'],
  ['com2sec local localhost Zx9Q', 'com2sec local localhost ******'],
  ['radius-server host 192.0.2.8 auth-port 1812 key 7 Zx9Q', /key 7 \*{6}$/],
  ['tacacs-server key Zx9Q', 'tacacs-server key ******'],
  ['neighbor 192.0.2.1 password 7 Zx9Q', 'neighbor 192.0.2.1 password 7 ******'],
  ['ip ospf authentication-key 7 Zx9Q', 'ip ospf authentication-key 7 ******'],
  ['ntp authentication-key 11 md5 Zx9Q 7', 'ntp authentication-key 11 md5 ****** 7'],
  ['set protocols bgp group a authentication-key "Zx9Q two"', 'set protocols bgp group a authentication-key "******"'],
  ['line vty password Zx9Q', 'line vty password ******'],
  ['enable password level 15 Zx9Q', 'enable password level 15 ******'],
  ['  key Zx9Q', '  key ******'],
  ['wpa-passphrase Zx9Q', 'wpa-passphrase ******'],
  ['wpa-psk ascii 0 "Zx9Q with blanks"', 'wpa-psk ascii 0 "******"'],
  ['set-key ascii Zx9Q', 'set-key ascii ******'],
  ['set-key hex Zx9Q', 'set-key hex ******'],
  ['shared_key Zx9Q', 'shared_key ******'],
  ['pre-shared-key ascii-text Zx9Q', 'pre-shared-key ascii-text ******'],
  ['auth md5 encrypted Zx9Q', 'auth md5 encrypted ******'],
  ['copy scp://ops:Zx9Q@192.0.2.7/x', 'copy scp://ops:******@192.0.2.7/x'],
  ['<entry><password>Zx9Q and more</password></entry>', '<entry><password>******</password></entry>'],
  ['{"adminPassword":"Zx9Q","user":"ops"}', '{"adminPassword":"******","user":"ops"}'],
  ['GET /send?key=Zx9Q&x=1', 'GET /send?key=******&x=1'],
  ['Authorization: Basic Zx9Q==', 'Authorization: Basic ******'],
  ['AUTH PLAIN Zx9Q', 'AUTH PLAIN ******'],
  ['Nov 29 app[1]: login with password=Zx9Q failed', 'Nov 29 app[1]: login with password=****** failed'],
  ['口令：Zx9Q', '口令：******'],
  ['username ops secret 5 $1$aB$Zx9QZx9Q', /secret 5 \*{6}$/],
  ['anything at all $6$salt$Zx9QZx9Q', 'anything at all ******'],
  ['local-user x %^%#Zx9Q " and more%^%#', 'local-user x ******'],
])('without any knowledge, `%s` gives the value away to nobody', (line, shown) => {
  const blanked = none.text(`first\n${line}\nlast`);

  expect(blanked).not.toContain('Zx9Q');
  if (typeof shown === 'string') expect(blanked).toBe(`first\n${shown}\nlast`);
  else expect(blanked.split('\n')[1]).toMatch(shown);
});

test.each([
  'Failed password for invalid user root from 192.0.2.1 port 22',
  'Password aging: Enabled',
  'Community  Access  View',
  'BGP community: 65000:100 65000:200',
  'crypto key generate rsa',
  'key chain ospf-keys',
  'username <name> password <password>',
  'SNMP community string is not set',
  'Password:',
  'Gi1/0/1 connected 10 full 1000 Authentication Pass',
])('`%s` tells no secret and stays', (line) => {
  expect(none.text(line)).toBe(line);
});

test('a keyword is kept where its secret is a part of it', () => {
  expect(knowing(({ register }) => register('passw0r')).text('password hunter2 passw0r')).toBe(
    'password ****** ******',
  );
});

const kept = /[^\w]/;
test.each([
  ['short', 'q7'],
  ['a word of networks', 'switch'],
  ['digits', '2024'],
  ['the name of a device', 'core-sw-01'],
])('a secret that is %s is blanked where a password stands, and in no sentence', (_kind, secret) => {
  const { text } = knowing(({ register, registerName }) => {
    register(secret, 'ops');
    registerName('core-sw-01');
  });
  const sentence = `the ${secret} in rack 4 of 2023`;
  const sealed = Buffer.from(`ops:${secret}`).toString('base64');
  const mail = Buffer.from(`\0ops\0${secret}`).toString('base64');

  expect(text(sentence)).toBe(sentence);
  for (const line of [
    `snmp-server community ${secret}`,
    `password: ${secret}`,
    `ops:${secret} logged in`,
    `${sealed} ${mail}`,
    `"password":"${secret}"`,
    `?token=${secret}&x`,
  ]) {
    const rest = text(line).replaceAll('******', '');
    expect(rest.split(kept)).not.toContain(secret);
    expect(rest).not.toContain(sealed);
    expect(rest).not.toContain(mail);
  }
});

const secret = 'Zq/4 "ü&<’%+\\~!';
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const hex = Buffer.from(secret).toString('hex');
test.each([
  ['plain', secret],
  ['url', encodeURIComponent(secret)],
  ['url in small letters', encodeURIComponent(secret).replace(/%../g, (each) => each.toLowerCase())],
  ['every byte', percent(secret)],
  ['every byte in capitals', percent(secret).toUpperCase()],
  ['form', new URLSearchParams({ a: secret }).toString().slice(2)],
  ['json', JSON.stringify(secret).slice(1, -1)],
  ['json with slashes', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
  ['json of ascii', JSON.stringify(secret).slice(1, -1).replace('ü', '\\u00fc').replace('’', '\\u2019')],
  ['html', 'Zq/4 &quot;ü&amp;&lt;’%+\\~!'],
  ['html by number', [...secret].map((char) => `&#${char.codePointAt(0)};`).join('')],
  ['html by hex', [...secret].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join('')],
  ['base64', Buffer.from(secret).toString('base64')],
  ['base64 without padding', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['base64url', Buffer.from(secret).toString('base64url')],
  ['hex', hex],
  ['hex in capitals', hex.toUpperCase()],
  ['hex with colons', hex.replace(/(..)(?!$)/g, '$1:')],
  ['hex with blanks', hex.replace(/(..)(?!$)/g, '$1 ')],
])('the %s form is blanked', (_name, form) => {
  expect(knowing(({ register }) => register(secret)).text(`at ${form} end`)).toBe('at ****** end');
});

test('a private key that is known is blanked line by line, marks or none', () => {
  const body = ['MIIEowIBAAKCAQEAabcdefghijk', 'QQIDAQABAoIBAQCabcdefghij'];
  const key = `-----BEGIN RSA PRIVATE KEY-----\n${body.join('\n')}\n-----END RSA PRIVATE KEY-----\n`;

  expect(knowing(({ register }) => register(key)).text(`x ${body[1]}\ny ${body[0]}`)).toBe('x ******\ny ******');
});

test('another redactor that learns the same blanks the same, secrets that became names too', () => {
  const first = createRedactor();
  first.register('rack-nine', 'ops');
  first.register('Other.Sesame');
  first.registerName('rack-nine');
  const second = createRedactor();
  first.known().forEach(second.learn);
  const text = 'rack-nine Other.Sesame ops:rack-nine password rack-nine';

  expect(createFilter(second).text(text)).toBe('rack-nine ****** ops:****** password ******');
  expect(createFilter(first).text(text)).toBe(createFilter(second).text(text));
});

const pieces = fc.array(
  fc.constantFrom(
    ...[
      'snmp-server community ',
      'Str0ng.Word',
      'Str0ng',
      '.Word',
      ' RO',
      '\n',
      '\r\n',
      ' ',
      'password ',
      'x',
      '"',
      '#',
    ],
    ...[
      '-----BEGIN RSA PRIVATE KEY-----\n',
      'MIIEow\n',
      '-----END RSA PRIVATE KEY-----\n',
      'key 7 ',
      '$1$ab$cdefgh',
      '\t',
    ],
    ...['config system snmp community\n', '    edit 1\n', '        set name "hide"\n', 'end\n', 'interface up\n'],
  ),
  { maxLength: 40 },
);

test('a text in any pieces, with any pauses, is blanked as the whole text is', () => {
  const filter = knowing(({ register }) => register('Str0ng.Word'));
  const patterns = fortinetVdom.secrets;
  const cut = fc.tuple(pieces, fc.array(fc.nat(12), { minLength: 1 }), fc.array(fc.boolean(), { minLength: 1 }));
  fc.assert(
    fc.property(cut, ([parts, lengths, pauses]) => {
      const text = parts.join('');
      const stream = filter.stream(patterns);
      let shown = '';
      for (let at = 0, step = 0; at < text.length; step += 1) {
        const length = (lengths[step % lengths.length] ?? 0) + 1;
        shown += stream.push(text.slice(at, at + length));
        if (pauses[step % pauses.length] === true) shown += stream.idle();
        at += length;
      }
      expect(shown + stream.end()).toBe(filter.text(text, patterns));
    }),
    { numRuns: 500 },
  );
});

test('a prompt is shown while nothing more comes, a password behind its word is not', () => {
  const stream = none.stream();

  expect(stream.push('one\nswitch# ') + stream.idle()).toBe('one\nswitch# ');
  expect(stream.push('show\npassword hunt') + stream.idle()).toBe('show\n');
  expect(stream.push('er2\n') + stream.end()).toBe('password ******\n');
});

test('a value that only the lines before it tell for a secret is not shown at a pause', () => {
  const stream = none.stream(fortinetVdom.secrets);
  const parts = ['config system snmp community\n    edit 1\n', '        set name ', '"hi', 'de"', '\n'];

  expect(parts.map((piece) => stream.push(piece) + stream.idle()).join('')).toContain('        set name "******"\n');
});

test('a line without an end is held in part only, and its secrets are blanked all the same', () => {
  const stream = none.stream();
  let shown = '';
  let most = 0;
  let pushed = 0;
  const push = (piece: string) => {
    pushed += piece.length;
    shown += stream.push(piece);
    most = Math.max(most, pushed - shown.length);
  };

  for (let index = 0; index < 300; index += 1) push('word '.repeat(200));
  push('password ');
  for (let index = 0; index < 300; index += 1) push('S3cret'.repeat(100));
  push(' behind');
  shown += stream.end();

  expect(shown).not.toContain('S3cret');
  expect(shown.endsWith(' behind')).toBe(true);
  expect(most).toBeLessThan(300 * 600 + 140_000);
});
