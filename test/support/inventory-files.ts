import { read, utils, write } from '@e965/xlsx';
import { emptyTemplate } from '../../electron/engine/inventory/empty-template';
import { exportColumns } from '../../electron/engine/inventory/sheet-style';
import type { LabDevice } from '../../electron/lab/device-spec';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { translate } from '../../shared/i18n/translate';

export type InventoryFormat = 'xlsx' | 'csv' | 'json';

/** The devices as a person lists them: in the product's own template, in a table of the same columns, or as JSON. */
export function inventoryBytes(devices: readonly LabDevice[], format: InventoryFormat): Uint8Array {
  if (format === 'json') return Buffer.from(inventoryFile(devices));
  const rows = devices.map((device) => exportColumns.map(({ key }) => cellOf(device, key)));
  if (format === 'csv') {
    const heading = exportColumns.map(({ key }) => translate('zh-CN', `inventory.column.${key}`));
    return Buffer.from([heading, ...rows].map((row) => row.join(',')).join('\r\n'));
  }
  const book = read(emptyTemplate('zh-CN'));
  utils.sheet_add_aoa(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, rows, { origin: -1 });
  const filledIn: ArrayBuffer = write(book, { type: 'array' });
  return new Uint8Array(filledIn);
}

function cellOf(device: LabDevice, key: (typeof exportColumns)[number]['key']): string | number {
  switch (key) {
    case 'name':
    case 'host':
    case 'port':
    case 'platform':
    case 'username':
    case 'password':
      return device[key];
    case 'protocol':
      return device.protocol.toUpperCase();
    case 'secret':
      return device.enableSecret ?? '';
    case 'ftpPort':
      return device.ftpPort ?? '';
    default:
      return '';
  }
}
