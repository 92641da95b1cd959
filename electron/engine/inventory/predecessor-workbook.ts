import { workbookFile, type CellToWrite, type SheetToWrite } from './workbook-file';

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
export function writePredecessorWorkbook(
  rows: readonly PredecessorRow[],
  commandsByType: Readonly<Record<string, readonly string[]>>,
  dialect: 'predecessor-en' | 'predecessor-zh',
): Uint8Array {
  const write = dialect === 'predecessor-en' ? english : chinese;
  const sheetOf = (name: string, cells: readonly (readonly CellToWrite[])[]): SheetToWrite => ({
    name,
    rows: cells.map((row) => ({ cells: row })),
  });
  return workbookFile([
    sheetOf(write.sheet, [write.columns, ...rows.map((row, index) => write.row(row, index + 1))]),
    ...Object.entries(commandsByType).map(([type, commands]) =>
      sheetOf(type, [
        write.commandColumns,
        ...commands.map((command) => write.command(command.replace(/^#\s*/, ''), command.startsWith('#'))),
      ]),
    ),
  ]);
}

type Dialect = {
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly row: (row: PredecessorRow, ordinal: number) => CellToWrite[];
  readonly commandColumns: readonly string[];
  readonly command: (command: string, isSkipped: boolean) => CellToWrite[];
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
