import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import { withFleet } from '../../../support/lab';
import { labOptions, memoryHostKeys, targetOf } from './lab-session';

/** The name of the loopback interface: a scope as it stands behind the % of an address. */
function loopbackName(): string {
  const found = Object.entries(networkInterfaces()).find(([, addresses]) =>
    addresses?.some(({ internal, family }) => internal && family === 'IPv6'),
  );
  if (found === undefined) throw new Error('this machine has no IPv6 on its loopback interface');
  return found[0];
}

test.each([
  { name: 'IPv6', hostOf: () => '::1' },
  { name: 'IPv6 with a scope', hostOf: () => `::1%${loopbackName()}` },
])('a device is worked on by its $name address on a port of its own, over SSH and telnet', ({ hostOf }) =>
  withFleet(
    [
      { name: 'sw', personality: 'os6860-aos8' },
      { name: 'fw', personality: 'ngfw-telnet' },
    ],
    async (fleet) => {
      const hostKeys = memoryHostKeys();
      for (const [name, command] of [
        ['sw', 'show fan'],
        ['fw', 'show clock'],
      ] as const) {
        const device = fleet.device(name);
        const session = await openSession({ ...targetOf(device), host: hostOf() }, labOptions({ hostKeys }));
        const { text } = await session.run(command);
        await session.close();
        expect(text).toBe(device.expected.transcript(command));
      }
      // The key belongs to the address as it was given, scope and port included.
      expect(hostKeys.all).toMatchObject([{ host: hostOf(), port: fleet.device('sw').port }]);
    },
    { host: '::1' },
  ),
);
