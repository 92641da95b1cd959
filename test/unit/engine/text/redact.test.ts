import { expect, test } from 'vitest';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';

const filterOf = (...secrets: readonly string[]) => {
  const redactor = createRedactor();
  secrets.forEach((secret) => redactor.register(secret));
  return createFilter(redactor);
};

test('a secret is blanked wherever it stands', () => {
  const { text: blank } = filterOf('S3cret!pass');

  expect(blank('S3cret!pass and xS3cret!passx, S3cret!pas')).toBe('****** and x******x, S3cret!pas');
});

test('nothing registered leaves the text as it is', () => {
  expect(filterOf().text('admin')).toBe('admin');
});

test('secrets under four characters are not searched', () => {
  expect(filterOf('abc', '').text('abc abcd')).toBe('abc abcd');
});

test('the longest of two secrets that begin alike is blanked whole', () => {
  expect(filterOf('pa55', 'pa55word').text('pa55word pa55')).toBe('****** ******');
});

test('overlapping secrets leave no rest of either', () => {
  expect(filterOf('abcd1', 'cd1xyz').text('-abcd1xyz-')).toBe('-******-');
});

test('a secret twice in a row is blanked twice', () => {
  expect(filterOf('abcd').text('abcdabcd')).toBe('************');
});

test.each([
  ['url', encodeURIComponent('p@ss w/rd&1')],
  ['base64', Buffer.from('p@ss w/rd&1').toString('base64')],
  ['base64url', Buffer.from('p@ss w/rd&1').toString('base64url')],
  ['html', 'p@ss w/rd&amp;1'],
])('the %s form is blanked as well', (_name, form) => {
  expect(filterOf('p@ss w/rd&1').text(`x=${form};`)).not.toContain(form);
});

test('the form inside JSON is blanked as well', () => {
  const json = JSON.stringify({ password: 'quo"te\\back' });

  expect(filterOf('quo"te\\back').text(json)).toBe('{"password":"******"}');
});

test.each(['u', 'us', 'user', 'user1'])('a secret inside base64 behind %s is blanked', (user) => {
  const secret = 'correct-horse-battery';
  const header = Buffer.from(`${user}:${secret}`).toString('base64');

  const blanked = filterOf(secret).text(`Basic ${header}`);

  const rest = blanked.slice('Basic '.length).replace('******', '');
  expect(blanked).toContain('******');
  expect(rest.length).toBeLessThan(header.length - secret.length);
});

test('Chinese secrets and lone surrogates are taken as they are', () => {
  const { text: blank } = filterOf('机房密码一号', 'bad\ud800half');

  expect(blank('口令 机房密码一号。')).toBe('口令 ******。');
  expect(blank('bad\ud800half')).toBe('******');
});

test('a pattern keeps its keyword and blanks its value, without flags of its own', () => {
  const patterns = [/(password\s+)(\S+)/];

  expect(filterOf().text('user a password x1\nuser b password y2 end\n', patterns)).toBe(
    'user a password ******\nuser b password ****** end\n',
  );
});

test('private keys are blanked without any pattern', () => {
  const text = 'a\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAAAA\n-----END RSA PRIVATE KEY-----\nb\n';

  expect(filterOf().text(text, [])).toBe(
    'a\n-----BEGIN RSA PRIVATE KEY-----\n******\n-----END RSA PRIVATE KEY-----\nb\n',
  );
});

test('a private key that was cut is blanked to the end', () => {
  expect(filterOf().text('-----BEGIN PRIVATE KEY-----\nMIIEow', [])).not.toContain('MIIEow');
});
