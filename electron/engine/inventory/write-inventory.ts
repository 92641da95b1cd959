import { bastionText } from '../../../shared/model/bastion-text';
import type { Device } from '../../../shared/model/device';
import type { Locale } from '../../../shared/model/text';
import { translate } from '../../../shared/i18n/translate';
import { deviceSheet, exportColumns, rowHeight, type ExportColumn } from './sheet-style';
import { workbookFile } from './workbook-file';

export { emptyTemplate } from './empty-template';

/**
 * Writes devices so that they can be imported again. Passwords are in no export.
 *
 * @param locale language of the headings of xlsx and csv; both are understood on import
 */
export function writeInventory(
  devices: readonly Device[],
  format: 'xlsx' | 'csv' | 'json',
  locale: Locale = 'zh-CN',
): Uint8Array {
  if (format === 'json') return new TextEncoder().encode(toJson(devices));
  if (format === 'csv') return new TextEncoder().encode(toCsv(devices, locale));
  return toXlsx(devices, locale);
}

const secretColumns: readonly ExportColumn['key'][] = ['password', 'secret', 'privateKey', 'passphrase'];

/** What is exported: every column but the secrets. */
function openColumns(): readonly ExportColumn[] {
  return exportColumns.filter(({ key }) => !secretColumns.includes(key));
}

function fieldOf(device: Device, key: ExportColumn['key'], locale: Locale): string | number {
  switch (key) {
    case 'status':
      return device.isSkipped ? '#' : translate(locale, 'inventory.status.enabled');
    case 'protocol':
      return device.protocol.toUpperCase();
    case 'commands':
      return device.commands.join('\n');
    case 'password':
    case 'secret':
    case 'privateKey':
    case 'passphrase':
      return '';
    case 'bastion':
      return device.bastion === undefined ? '' : bastionText(device.bastion);
    default:
      return device[key] ?? '';
  }
}

function toJson(devices: readonly Device[]): string {
  const entries = devices.map((device) => ({
    name: device.name,
    host: device.host,
    port: device.port,
    protocol: device.protocol,
    platform: device.platform,
    username: device.username,
    group: device.group,
    comment: device.comment,
    skipped: device.isSkipped,
    ...(device.auth !== undefined && { auth: device.auth }),
    ...(device.jump !== undefined && { jump: device.jump }),
    ...(device.bastion !== undefined && { bastion: device.bastion }),
    ...(device.ftpPort !== undefined && { ftpPort: device.ftpPort }),
    commands: device.commands,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

function toCsv(devices: readonly Device[], locale: Locale): string {
  const columns = openColumns();
  const head = columns.map(({ key }) => translate(locale, `inventory.column.${key}`));
  const rows = devices.map((device) => columns.map(({ key }) => String(fieldOf(device, key, locale))));
  // The mark makes Excel read UTF-8; without it Chinese names come out garbled.
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;
}

/** Quoted where needed; a quote in front keeps Excel from running the text as a formula. */
function csvField(text: string): string {
  const safe = /^['=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toXlsx(devices: readonly Device[], locale: Locale): Uint8Array {
  const columns = openColumns();
  const rows = devices.map((device) => ({
    cells: columns.map(({ key }) => fieldOf(device, key, locale)),
    height: rowHeight(
      Math.max(device.commands.length, device.comment.split('\n').length, device.bastion?.steps?.length ?? 0),
    ),
  }));
  return workbookFile([deviceSheet(columns, rows, locale)]);
}
