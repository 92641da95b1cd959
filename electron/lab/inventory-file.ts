import { bastionName, type FleetBastion } from './bastion/fleet';
import type { LabDevice } from './device-spec';

/**
 * The inventory that `headless run` reads: one entry a device, passwords in plain text, for simulated devices only.
 *
 * @param before a bastion through which alone the devices are reached
 */
export function inventoryFile(devices: readonly LabDevice[], before?: FleetBastion): string {
  const entries = devices.map((device) => ({
    name: device.name,
    host: before?.addressOf(device) ?? device.host,
    ...(before === undefined && { port: device.port }),
    protocol: device.protocol,
    platform: device.platform,
    username: device.username,
    password: device.password,
    ...(before === undefined && device.ftpPort !== undefined && { ftpPort: device.ftpPort }),
    ...(device.enableSecret === undefined ? {} : { secret: device.enableSecret }),
    ...(before !== undefined && { jump: bastionName }),
    group: device.personality,
  }));
  const all = before === undefined ? entries : [bastionEntry(before), ...entries];
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** The bastion itself: a way to others, and not to be inspected. */
function bastionEntry({ bastion, way }: FleetBastion): object {
  const { host, port, username, password } = bastion;
  const login = { host, port, protocol: 'ssh', platform: 'linux', username, password };
  return { name: bastionName, ...login, bastion: way, skipped: true };
}
