import { expect, test } from 'vitest';
import { platforms } from '../../../../electron/engine/registries.generated';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';
import { textJobs } from '../../../../electron/engine/workers/text-jobs';
import { inspectOrder } from '../../../support/inspect-order';

/** Lines that hold CANARY where a secret stands, as devices of several vendors print them. */
const secretLines = [
  'enable secret 5 $1$aB$CANARY01',
  'username ops privilege 15 secret 5 $1$eF$CANARY02',
  'snmp-server community CANARY03 RO',
  'snmp-server host 192.0.2.9 version 2c CANARY04',
  'snmp-server user u g v3 auth md5 encrypted CANARY05',
  'tacacs-server host 192.0.2.8 key 7 CANARY06',
  ' key 7 CANARY07',
  ' password 7 CANARY08',
  ' wpa-passphrase CANARY09',
  ' shared_key CANARY10',
  ' pre-shared-key ascii CANARY11',
  'set-key ascii "CANARY12 with blanks"',
  'copy scp://ops:CANARY13@192.0.2.7/x',
  'crypto isakmp key CANARY14 address 192.0.2.6',
  ' ip ospf message-digest-key 1 md5 7 CANARY15',
  'snmp-agent community read cipher CANARY16',
  '-----BEGIN RSA PRIVATE KEY-----\nCANARY17\n-----END RSA PRIVATE KEY-----',
];

test.each([...platforms.map(({ id }) => id), null])(
  'a configuration that was asked for as a command keeps no secret on %s',
  (member) => {
    const text = `${secretLines.join('\n')}\n`;

    const order = inspectOrder([['show running-config', text]], { member, deviceType: member ?? 'unheard' });
    const { transcripts, findings, readings } = textJobs(createFilter(createRedactor())).inspect(order);

    expect(JSON.stringify([transcripts, findings, readings])).not.toContain('CANARY');
    expect(transcripts[0]?.split('\n')).toHaveLength(text.split('\n').length);
  },
);

test('whole configurations that the user asked for stay as they came', () => {
  const copies = [{ path: '/flash/a.cfg', bytes: Buffer.from(secretLines.join('\n')) }];

  const { copies: kept } = textJobs(createFilter(createRedactor())).inspect(
    inspectOrder([], { copies, blanksCopies: false, member: 'cisco-ios' }),
  );

  expect(Buffer.from(kept[0] ?? []).toString()).toBe(secretLines.join('\n'));
});
