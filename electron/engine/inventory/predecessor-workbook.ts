import { newWorkbook } from './excel-library';

/** One device as the predecessor's users write it down. */
export type PredecessorRow = {
  /** Not written in the Chinese dialect, which has no such column. */
  readonly hostname?: string;
  readonly host: string;
  readonly protocol: 'SSH' | 'TELNET';
  /** Left empty when undefined, as most users do. */
  readonly port?: number;
  readonly username: string;
  readonly password: string;
  readonly secret?: string;
  readonly deviceType: string;
  /** Marked `#`. */
  readonly isSkipped?: boolean;
};

/**
 * Writes a workbook as the predecessor's users have it: a sheet of devices, and one sheet of commands a device type.
 *
 * @param commandsByType a command that begins with `#` is written as one that is taken out
 */
export async function writePredecessorWorkbook(
  rows: readonly PredecessorRow[],
  commandsByType: Readonly<Record<string, readonly string[]>>,
  dialect: 'predecessor-en' | 'predecessor-zh',
): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const write = dialect === 'predecessor-en' ? english : chinese;
  const devices = workbook.addWorksheet(write.sheet);
  devices.addRow([...write.columns]);
  rows.forEach((row, index) => devices.addRow(write.row(row, index + 1)));
  for (const [type, commands] of Object.entries(commandsByType)) {
    const sheet = workbook.addWorksheet(type);
    sheet.addRow([...write.commandColumns]);
    for (const command of commands) {
      sheet.addRow(write.command(command.replace(/^#\s*/, ''), command.startsWith('#')));
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type Value = string | number | null;
type Dialect = {
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly row: (row: PredecessorRow, ordinal: number) => Value[];
  readonly commandColumns: readonly string[];
  readonly command: (command: string, isSkipped: boolean) => Value[];
};

const english: Dialect = {
  sheet: 'assets',
  columns: ['hostname', 'comment', 'IP', 'protocol', 'port', 'username', 'password', 'secret', 'device_type'],
  row: (row) => [
    row.hostname ?? null,
    row.isSkipped ? '#' : null,
    row.host,
    row.protocol,
    row.port ?? null,
    row.username,
    row.password,
    row.secret ?? null,
    row.deviceType,
  ],
  commandColumns: ['comment', 'cmd_list'],
  command: (command, isSkipped) => [isSkipped ? '#' : null, command],
};

const chinese: Dialect = {
  sheet: '设备信息',
  columns: ['序号', '状态', '设备IP', '协议', '端口', '用户名', '密码', '特权密码', '设备类型'],
  row: (row, ordinal) => [
    ordinal,
    row.isSkipped ? '#' : '启用',
    row.host,
    row.protocol.toLowerCase(),
    row.port ?? null,
    row.username,
    row.password,
    row.secret ?? null,
    row.deviceType,
  ],
  commandColumns: ['状态', '命令'],
  command: (command, isSkipped) => [isSkipped ? '#' : '启用', command],
};
