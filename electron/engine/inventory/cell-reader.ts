import type { ImportProblem } from '../../../shared/model/import';
import { tidy } from './cells';
import type { ColumnKey } from './columns';
import type { DeviceSource } from './device-draft';

type Report = (
  severity: ImportProblem['severity'],
  code: ImportProblem['code'],
  key: ColumnKey | null,
  found?: string,
) => void;

/** Columns whose text is never shown. */
type SecretKey = 'password' | 'secret' | 'privateKey' | 'passphrase';

/** Reads the cells of one entry and collects what cannot be right in them. */
export type CellReader = {
  readonly report: Report;
  /** Text without the blanks around it; undefined when there is no such column, empty when the cell holds nothing. */
  readonly text: (key: ColumnKey, maxLength: number) => string | undefined;
  /** A password as typed, blanks included; undefined when the file has none. Its text is never reported. */
  readonly secret: (key: SecretKey) => string | undefined;
  readonly problems: readonly ImportProblem[];
};

/** Longest password and longest key, as in the model of a device. */
const maxSecretLength = 1024;
const maxKeyLength = 20_000;
/** Whole numbers from here on have lost digits on their way through a spreadsheet (15 significant digits). */
const digitsLostFrom = 1e15;

/** A reader over one entry. */
export function createCellReader(source: DeviceSource): CellReader {
  const problems: ImportProblem[] = [];
  const report: Report = (severity, code, key, found = '') => {
    const column = key === null ? null : source.heading(key);
    problems.push({ severity, sheet: source.sheet, row: source.row, column, code, found: found.slice(0, 200) });
  };
  const text = (key: ColumnKey, maxLength: number): string | undefined => readText(source, report, key, maxLength);
  const secret = (key: SecretKey): string | undefined => readSecret(source, report, key);
  return { report, text, secret, problems };
}

function readText(source: DeviceSource, report: Report, key: ColumnKey, maxLength: number): string | undefined {
  const cell = source.cell(key);
  if (cell === undefined) return undefined;
  if (cell.isFormula) report('warning', 'formula', key, cell.text);
  if (cell.kind === 'error') {
    report('error', 'not-text', key, cell.text);
    return '';
  }
  const text = tidy(cell.text);
  if (text !== cell.text && text !== '') report('warning', 'trailing-blank', key, cell.text);
  if (cell.kind === 'date') report('warning', 'not-text', key, text);
  if (text.length <= maxLength) return text;
  report('error', 'bad-field', key, text);
  return text.slice(0, maxLength);
}

function readSecret(source: DeviceSource, report: Report, key: SecretKey): string | undefined {
  const cell = source.cell(key);
  if (cell === undefined || cell.kind === 'empty') return undefined;
  if (cell.isFormula) report('warning', 'formula', key);
  if (cell.isLink) report('warning', 'link-as-password', key);
  if (cell.kind === 'date') {
    report('error', 'date-as-password', key);
    return undefined;
  }
  if (cell.kind === 'error' || cell.kind === 'boolean') {
    report('error', 'not-text', key);
    return undefined;
  }
  if (cell.kind === 'number' && !isWholeDigits(cell.text)) {
    report('error', 'number-as-password', key);
    return undefined;
  }
  if (cell.kind === 'number') report('warning', 'number-as-password', key);
  const secret = cell.raw ?? cell.text;
  // A key is a text of lines; blanks around it mean nothing.
  if (key !== 'privateKey' && tidy(secret) !== secret) report('warning', 'trailing-blank', key);
  if (secret.length <= (key === 'privateKey' ? maxKeyLength : maxSecretLength)) return secret;
  report('error', 'bad-field', key);
  return undefined;
}

/** A number that is still what was typed, but for zeros in front of it. */
function isWholeDigits(text: string): boolean {
  return /^-?\d+$/.test(text) && Math.abs(Number(text)) < digitsLostFrom;
}
