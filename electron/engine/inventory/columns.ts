import type { ImportPreview } from '../../../shared/model/import';
import { columnLetters, tidy, type Sheet, type SheetRow } from './cells';

/** What a column of a list of devices may hold. `ordinal` is a running number, of no use to us. */
export type ColumnKey =
  | 'ordinal'
  | 'status'
  | 'name'
  | 'comment'
  | 'host'
  | 'protocol'
  | 'port'
  | 'ftpPort'
  | 'username'
  | 'password'
  | 'secret'
  | 'auth'
  | 'privateKey'
  | 'passphrase'
  | 'jump'
  | 'bastion'
  | 'platform'
  | 'group'
  | 'commands';

/** Headings in use: both dialects of the predecessor, our own in both languages, and what people write by hand. */
const headings: Readonly<Record<ColumnKey, readonly string[]>> = {
  ordinal: ['序号', '编号', 'no', 'no.', 'index', 'id', '#'],
  status: ['状态', '是否启用', 'status', 'enabled'],
  name: ['hostname', 'name', 'devicename', '设备名称', '设备名', '主机名', '主机名称', '名称'],
  comment: ['comment', 'comments', 'remark', 'note', 'description', '备注', '注释', '描述'],
  host: [
    'ip',
    'host',
    'address',
    'ipaddress',
    'managementip',
    '设备ip',
    'ip地址',
    '管理ip',
    '管理地址',
    '设备地址',
    '地址',
  ],
  protocol: ['protocol', '协议', '登录协议', '登录方式', '连接方式'],
  port: ['port', '端口', '端口号'],
  ftpPort: ['ftpport', 'ftp端口'],
  username: ['username', 'user', 'login', '用户名', '用户', '账号', '登录账号', '登录用户名'],
  password: ['password', '密码', '登录密码'],
  secret: ['secret', 'enablepassword', 'enablesecret', '特权密码', 'enable密码', 'super密码'],
  auth: ['auth', 'authmethod', '认证方式'],
  privateKey: ['privatekey', '私钥'],
  passphrase: ['passphrase', '私钥口令'],
  jump: ['jump', 'jumphost', 'proxyjump', '跳板机', '堡垒机'],
  bastion: ['bastion', 'bastionsteps', '跳板方式', '堡垒机方式', '堡垒机步骤'],
  platform: ['devicetype', 'platform', 'type', '设备类型', '平台', '类型'],
  group: ['group', 'site', '分组', '设备分组', '组', '区域', '站点'],
  commands: ['commands', 'command', 'cmdlist', '命令', '巡检命令', '命令列表'],
};

const keyByHeading: ReadonlyMap<string, ColumnKey> = new Map(
  Object.entries(headings).flatMap(([key, names]) => names.map((name) => [name, key as ColumnKey] as const)),
);

/** The column that a heading stands for; blanks, dashes, case and width do not matter. */
export function columnKey(heading: string): ColumnKey | undefined {
  return keyByHeading.get(
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\-*:]/gu, ''),
  );
}

/** Where a column stands, and its heading as written. */
export type Column = { readonly index: number; readonly heading: string };

/** Headings of a sheet that were understood, and those that were not. */
export type Header = {
  readonly row: number;
  readonly columns: ReadonlyMap<ColumnKey, Column>;
  readonly unknown: readonly Column[];
};

/** Titles and notes may stand over the headings; this many rows are searched. */
const headerSearchRows = 10;

/** Finds the row of headings: the first one with the column asked for and one more. */
export function findHeader(sheet: Sheet, needed: ColumnKey, minColumns = 2): Header | undefined {
  return sheet.rows
    .slice(0, headerSearchRows)
    .map(readHeader)
    .find((header) => header.columns.has(needed) && header.columns.size >= minColumns);
}

function readHeader(row: SheetRow): Header {
  const columns = new Map<ColumnKey, Column>();
  const unknown: Column[] = [];
  row.cells.forEach((cell, index) => {
    const heading = tidy(cell.text);
    if (heading === '') return;
    const key = columnKey(heading);
    if (key === undefined || columns.has(key)) unknown.push({ index, heading });
    else columns.set(key, { index, heading });
  });
  return { row: row.number, columns, unknown };
}

/** Columns that hold something under no heading, by their letters. */
export function headlessColumns(header: Header, rows: readonly SheetRow[]): readonly string[] {
  const known = new Set([
    ...[...header.columns.values()].map(({ index }) => index),
    ...header.unknown.map(({ index }) => index),
  ]);
  const found = new Set<number>();
  for (const row of rows) {
    row.cells.forEach((cell, index) => {
      if (cell.kind !== 'empty' && !known.has(index)) found.add(index);
    });
  }
  return [...found].sort((left, right) => left - right).map(columnLetters);
}

/** Which way of writing a list of devices a sheet follows. */
export function dialectOf(sheetName: string, header: Header): ImportPreview['dialect'] {
  const heading = (key: ColumnKey): string => header.columns.get(key)?.heading.toLowerCase() ?? '';
  const isNumbered = header.columns.has('ordinal');
  if (tidy(sheetName) === '设备信息' || (heading('host') === '设备ip' && isNumbered)) return 'predecessor-zh';
  if (tidy(sheetName).toLowerCase() === 'assets' || heading('platform') === 'device_type') return 'predecessor-en';
  return 'xunjian';
}
