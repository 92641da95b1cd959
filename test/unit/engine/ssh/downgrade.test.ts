import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { deviceChecks } from '../../../../electron/engine/judge/judge-readings';
import { explainFinding } from '../../../../electron/engine/judge/explain';
import { judgeDevice } from '../../../../electron/engine/judge/judge-device';
import type { HostKeyRecord } from '../../../../electron/engine/session/session';
import { defaultSettings } from '../../../../shared/model/settings';
import type { DeviceSpec } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, memoryHostKeys, withSession } from '../access/lab-session';

const hostKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();
const modern: DeviceSpec = {
  name: 'SW-1',
  personality: 'os6860-aos8',
  hostKey,
  algorithms: {
    kex: ['curve25519-sha256'],
    serverHostKey: ['rsa-sha2-256'],
    cipher: ['aes128-ctr'],
    hmac: ['hmac-sha2-256'],
  },
};
const old: DeviceSpec = { name: 'SW-1', personality: 'os6860-aos8', hostKey, fault: 'legacy-ssh' };

type Seen = { readonly weak: readonly string[]; readonly former: readonly string[] };

/** Logs in to one device after the other, all at the same address as far as the host keys know. */
async function logInTo(specs: readonly DeviceSpec[]): Promise<{ seen: Seen[]; record: HostKeyRecord | undefined }> {
  const all = memoryHostKeys();
  const seen: Seen[] = [];
  for (const spec of specs) {
    await withFleet([spec], (fleet) => {
      const device = fleet.device(spec.name);
      // Ports differ from one lab to the next; the address of the device does not.
      const hostKeys = {
        find: (host: string) => all.find(host, 22),
        trustNew: (record: HostKeyRecord) => all.trustNew({ ...record, port: 22 }),
        noteAlgorithms: (host: string, _port: number, names: readonly string[], known?: readonly string[]) =>
          all.noteAlgorithms?.(host, 22, names, known),
      };
      return withSession(
        device,
        async ({ weakAlgorithms = [], formerAlgorithms = [] }) => {
          seen.push({ weak: weakAlgorithms, former: formerAlgorithms });
        },
        labOptions({ hostKeys }),
      );
    });
  }
  return { seen, record: all.all[0] };
}

test('a device that was modern and offers only old algorithms now is told, each time until it is forgotten', async () => {
  const { seen } = await logInTo([modern, old, old]);

  const agreed = ['curve25519-sha256', 'rsa-sha2-256', 'aes128-ctr', 'hmac-sha2-256'];
  expect(seen.map(({ former }) => former)).toEqual([[], agreed, agreed]);
  expect(seen[1]?.weak).toContain('hmac-sha1');
});

test('a device that was always old, or becomes modern, is no downgrade', async () => {
  const { seen, record } = await logInTo([old, old, modern, modern]);

  expect(seen.map(({ former }) => former)).toEqual([[], [], [], []]);
  expect(record).toMatchObject({
    algorithms: [],
    modern: ['curve25519-sha256', 'rsa-sha2-256', 'aes128-ctr', 'hmac-sha2-256'],
  });
});

test('a downgrade is a finding of its own in both languages, with what was and what is', () => {
  const input = { platform: undefined, deviceType: 'generic', outputs: [], files: [], now: 0 };
  const { thresholds } = defaultSettings();
  const judge = (formerAlgorithms: readonly string[]) =>
    judgeDevice({
      ...input,
      thresholds,
      weakAlgorithms: ['diffie-hellman-group1-sha1'],
      formerAlgorithms,
    }).findings.find(({ check }) => check === deviceChecks.downgrade);

  const finding = judge(['curve25519-sha256']);

  expect(judge([])).toBeUndefined();
  expect(finding).toMatchObject({ level: 'warn', proof: { line: 'curve25519-sha256 → diffie-hellman-group1-sha1' } });
  for (const locale of ['zh-CN', 'en'] as const) {
    const { sentence, advice } = explainFinding(finding ?? expect.unreachable(), locale);
    expect(sentence).toContain('curve25519-sha256 → diffie-hellman-group1-sha1');
    expect(advice).not.toBe('');
  }
});
