import type { Report } from '../../../shared/model/report';
import type { LocalText } from '../../../shared/model/text';

/** A way to write a report. One file each in this folder. */
export type Format = {
  /** kebab-case, stored, never renamed: `docx`, `html`, `json`. */
  readonly id: string;
  readonly labels: LocalText;
  /** File name in the run's folder: `report.docx`. */
  readonly fileName: string;
  write(report: Report): Promise<Uint8Array>;
};

/** Types a format. */
export function defineFormat(format: Format): Format {
  return format;
}
