import { startBastion, type LabBastion } from './bastion';
import type { BastionKind } from './shells';
import type { LabDevice } from '../device-spec';

/** Devices that a bastion stands before; more have no documentation address. */
export const mostBehindBastion = 254 * 3;

/** The name of the bastion in an inventory. */
export const bastionName = 'LAB-BASTION';

/** How an inventory names the way on from each kind of bastion. */
const ways: Readonly<Record<BastionKind, string>> = { menu: 'jumpserver', numbered: 'menu', linux: 'linux' };

/** A bastion before a fleet, with what an inventory needs to go through it. */
export type FleetBastion = {
  readonly bastion: LabBastion;
  /** The value of the inventory's field `bastion`. */
  readonly way: string;
  /** The address under which the bastion knows a device. */
  readonly addressOf: (device: LabDevice) => string;
};

/** Starts a bastion that leads on to all devices of a fleet. */
export async function bastionBefore(devices: readonly LabDevice[], kind: BastionKind): Promise<FleetBastion> {
  const addresses = new Map(devices.map((device, index) => [device, bastionAddress(index)]));
  const addressOf = (device: LabDevice): string => addresses.get(device) ?? '';
  const assets = devices.map((device) => {
    const { name, host, port, protocol, username, password } = device;
    return { name, address: addressOf(device), host, port, protocol, accounts: [{ username, password }] };
  });
  return { bastion: await startBastion({ kind, assets }), way: ways[kind], addressOf };
}

/** Of the three networks for documentation, one after the other. */
function bastionAddress(index: number): string {
  const networks = ['192.0.2', '198.51.100', '203.0.113'];
  return `${networks[Math.floor(index / 254)] ?? ''}.${(index % 254) + 1}`;
}
