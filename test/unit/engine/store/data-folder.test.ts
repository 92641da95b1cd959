import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHostKeyStore } from '../../../../electron/engine/store/host-key-store';
import { createInventoryStore } from '../../../../electron/engine/store/inventory-store';
import { openLedger } from '../../../../electron/engine/store/ledger/open-ledger';
import { openRunFolder, runFolderPath } from '../../../../electron/engine/store/run-folder';
import { createVault } from '../../../../electron/engine/store/sealed-vault';
import { createSettingsStore } from '../../../../electron/engine/store/settings-store';
import { ChannelId, RunId, SecretRef } from '../../../../shared/model/ids';
import { sampleItem, sampleOutcome, sampleRun } from '../../../support/sample-history';
import { allFiles, keepingLog, somewhere, temporaryFolder } from '../../../support/store-parts';

const devicePassword = 'Dev1ce-Passw0rd-of-the-core';
const enableSecret = 'En4ble-Secret-of-the-core';
const channelToken = 'AT_channel-token-of-the-day';
const masterPassword = 'm4ster-password-of-the-vault';
const community = 'snmp-community-in-the-config';

test('after a day of use no file of the data folder holds a secret', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const log = keepingLog();
  const random = {
    bytes: (count: number) => new Uint8Array(randomBytes(count)),
    id: (length: number) => randomBytes(length).toString('hex').slice(0, length),
  };
  const path = join(folder, 'vault.json');
  const vault = createVault({ path, keyStore: undefined, redactor: { register: () => undefined }, random, log });
  const settings = createSettingsStore({ folder, log });
  const inventory = createInventoryStore({ folder, log, random });
  const { ledger } = openLedger(join(folder, 'history.sqlite'), log);

  await vault.setPassword(masterPassword);
  const token = vault.write(channelToken, somewhere, SecretRef.parse('channel.wx.appToken'));
  const id = ChannelId.parse('wx');
  const channel = { id, kind: 'wxpusher', name: '微信', isEnabled: true, sendOn: 'always' as const, options: {} };
  settings.save({ ...settings.get(), channels: [{ ...channel, secrets: { appToken: token } }] });
  const device = inventory.save(
    {
      ...{ name: '核心', host: '192.0.2.1', port: 22, protocol: 'ssh', platform: 'alcatel_aos', username: 'inspector' },
      ...{ group: '', comment: '', commands: [], isSkipped: false },
      ...{ passwordText: devicePassword, enableSecretText: enableSecret },
    },
    vault,
  );
  createHostKeyStore({ folder, log }).trustNew({
    ...{ host: device.host, port: 22, algorithm: 'ssh-ed25519', fingerprint: 'SHA256:x', firstSeenAt: 1 },
  });
  ledger.runs.begin(sampleRun('r1'));
  const config = Buffer.from(`snmp community ${community}\n`.repeat(50));
  const sealed = vault.seal(config, `config/${device.id}/flash/vcboot.cfg`);
  const sha256 = createHash('sha256').update(config).digest('hex');
  const snapshot = { deviceId: device.id, runId: RunId.parse('r1'), path: '/flash/vcboot.cfg', sha256, takenAt: 1 };
  ledger.outcomes.save(sampleOutcome('r1', device.id), [{ ...snapshot, bytes: config.length, sealed }]);
  ledger.outbox.add([sampleItem('m1/wx')]);
  const run = openRunFolder(runFolderPath(folder, RunId.parse('r1')));
  await run.writeTranscripts(device, [{ number: 1, command: 'show health', text: 'CPU 12 11\n' }]);
  const open = allFiles(folder);
  ledger.close();

  const names = open.map((file) => file.path.slice(folder.length + 1)).sort();
  expect(names).toEqual(
    expect.arrayContaining(['devices.json', 'history.sqlite', 'host-keys.json', 'settings.json', 'vault.json']),
  );
  for (const { text } of [...open, ...allFiles(folder), { text: log.lines.join() }]) {
    for (const secret of [devicePassword, enableSecret, channelToken, masterPassword, community]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  }
});
