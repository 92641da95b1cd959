import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createVault } from '../../../../electron/engine/store/sealed-vault';
import { systemRandom } from '../../../../electron/node-ports';
import { keepingLog, temporaryFolder } from '../../../support/store-parts';

test('the master password changes with the old one only', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const parts = { redactor: { register: () => undefined }, random: systemRandom, log: keepingLog() };
  const vault = createVault({ path: join(folder, 'vault.json'), keyStore: undefined, ...parts });
  await vault.setPassword('the first one');

  const wrong = expect.objectContaining({ code: 'vault.wrong-password' });
  await expect(vault.setPassword('the second one')).rejects.toEqual(wrong);
  await expect(vault.setPassword('the second one', 'not the first')).rejects.toEqual(wrong);
  await expect(vault.setPassword('the second one', 'the first one')).resolves.toBeUndefined();
});
