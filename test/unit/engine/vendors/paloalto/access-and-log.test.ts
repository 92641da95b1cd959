import { expect, test } from 'vitest';
import { levelOfLog } from '../../../../../electron/engine/text/log-words';
import { isReadOnly } from '../../../../../electron/engine/judge/platform-lookup';
import { configLeaves } from '../../../../../electron/engine/vendors/paloalto/config-tree';
import { parseConfiguration } from '../../../../../electron/engine/vendors/paloalto/configuration';
import { parseCounters } from '../../../../../electron/engine/vendors/paloalto/counters';
import {
  parseDeviceCertificate,
  parsePending,
  parseServices,
} from '../../../../../electron/engine/vendors/paloalto/services';
import { parseSystemLog } from '../../../../../electron/engine/vendors/paloalto/system-log';
import { paloaltoPanos } from '../../../../../electron/engine/vendors/paloalto/panos';

const braces = `mgt-config {
  users {
    admin {
      phash $5$x;
    }
  }
}
shared {
  certificate {
    portal {
      public-key "-----BEGIN
users { nobody {
-----END";
      expiry-epoch 1843444800;
    }
  }
}
`;
const xml = `<config><mgt-config><users><entry name="admin"><phash>$5$x</phash></entry></users></mgt-config>
<shared><certificate><entry name="portal"><expiry-epoch>1843444800</expiry-epoch></entry></certificate></shared></config>
`;

test.each([
  ['in braces', braces],
  ['as XML', xml],
])('administrators and certificates are found %s', (_name, text) => {
  expect(parseConfiguration(text)).toMatchObject({
    readings: [
      { kind: 'user', subject: 'admin' },
      { kind: 'licence', subject: 'certificate portal', values: { expiresEpochSeconds: 1843444800 } },
    ],
  });
});

test.each([
  ['braces without their end', braces.slice(0, braces.lastIndexOf('}'))],
  ['one brace too many', `${braces}}\n`],
  ['XML without its end', xml.replace('</config>', '')],
])('%s are cut', (_name, text) => {
  expect(parseConfiguration(text)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
});

test('words that are no configuration are none', () => {
  expect(configLeaves(['hello', 'world;'])).toBeUndefined();
  expect(parseConfiguration('hello\n')).toMatchObject({ reason: 'not-understood' });
});

const services = 'HTTP : Disabled\nHTTPS : Enabled\nTelnet : Disabled\nSSH : Enabled\n';

test('services are read as a whole or not at all', () => {
  expect(parseServices(services)).toMatchObject({
    readings: [{ subject: 'http', values: { enabled: 0 } }, {}, { subject: 'telnet', values: { enabled: 0 } }, {}],
  });
  expect(parseServices(services.replace('SSH : Enabled\n', ''))).toMatchObject({ reason: 'cut' });
  expect(parseServices(services.replace('Telnet : Disabled', 'Telnet : Disa'))).toMatchObject({
    reason: 'not-understood',
  });
  expect(parseServices(`${services}Telnet : Enabled\n`)).toMatchObject({ reason: 'not-understood' });
});

test('changes wait, or none do; anything else is no answer', () => {
  expect(parsePending('no\n')).toMatchObject({ readings: [{ values: { synchronised: 'SYNCHRONIZED' } }] });
  expect(parsePending('yes\n')).toMatchObject({ readings: [{ values: { synchronised: 'NOT SYNCHRONIZED' } }] });
  expect(parsePending('nothing\n')).toMatchObject({ kind: 'unreadable' });
});

test('a certificate that is not valid is over, whatever its date', () => {
  const certificate = (state: string) =>
    `Current device certificate status: ${state}\n  Not valid after: 2027/12/30 12:00:54 CST\n`;

  expect(parseDeviceCertificate(certificate('Valid'))).toMatchObject({ readings: [{ status: 'Valid' }] });
  expect(parseDeviceCertificate(certificate('Revoked'))).toMatchObject({ readings: [{ status: 'INVALID' }] });
  expect(parseDeviceCertificate(certificate('Valid').replace('12/30', '13/30'))).toMatchObject({
    reason: 'not-understood',
  });
  expect(parseDeviceCertificate('No device certificate found\n')).toMatchObject({ kind: 'absent' });
});

const heading = `Time                Severity Subtype Object EventID ID Description\n${'='.repeat(79)}\n`;

test('a log of grave lines only may be empty, one that was cut may not', () => {
  expect(parseSystemLog(heading)).toMatchObject({
    readings: [
      { subject: 'critical', values: { count: 0 } },
      { subject: 'high', values: { count: 0 } },
    ],
  });
  expect(parseSystemLog(heading.split('\n')[0] + '\n')).toMatchObject({ reason: 'cut' });
  expect(parseSystemLog(`${heading}2026/11/22 11:25:04 grave ha x\n`)).toMatchObject({ reason: 'not-understood' });
  expect(['critical', 'high', 'medium', 'low'].map((word) => levelOfLog(word, null))).toEqual([
    'fail',
    'fail',
    'warn',
    undefined,
  ]);
});

test.each([
  ['a port without its errors', 'Interface: ethernet1/1\nbytes received      5\n', 'cut'],
  ['errors with a word', 'Interface: ethernet1/1\nreceive errors      none\n', 'not-understood'],
  ['no port', 'Interface: loopback\nbytes received      5\n', 'no-row'],
])('counters: %s is not judged', (_name, text, reason) => {
  expect(parseCounters(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('the list may ask whether changes wait, and nothing else that checks', () => {
  expect(isReadOnly(paloaltoPanos, 'check pending-changes')).toBe(true);
  expect(isReadOnly(paloaltoPanos, 'check data-access-passwd system')).toBe(false);
});
