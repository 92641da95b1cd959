import type { LabDevice } from './device-spec';

/** The inventory that `headless run` reads: one entry a device, passwords in plain text, for simulated devices only. */
export function inventoryFile(devices: readonly LabDevice[]): string {
  const entries = devices.map((device) => ({
    name: device.name,
    host: device.host,
    port: device.port,
    protocol: device.protocol,
    platform: device.platform,
    username: device.username,
    password: device.password,
    ...(device.ftpPort === undefined ? {} : { ftpPort: device.ftpPort }),
    ...(device.enableSecret === undefined ? {} : { secret: device.enableSecret }),
    group: device.personality,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
