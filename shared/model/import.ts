import * as z from 'zod';
import { DeviceInput } from './device';

/** Where in a file a problem stands, and what it is. `error` keeps the row out, `warning` lets it in. */
export const ImportProblem = z.object({
  severity: z.enum(['error', 'warning']),
  /** Sheet name, or the file's name for csv and json. */
  sheet: z.string(),
  /** 1-based, as the spreadsheet program shows it; null for the file as a whole. */
  row: z.int().nullable(),
  /** Column heading as written in the file; null for the whole row. */
  column: z.string().nullable(),
  code: z.enum([
    'no-address',
    'bad-address',
    'placeholder-address',
    'bad-port',
    'number-as-password',
    'link-as-password',
    'date-as-password',
    'unknown-protocol',
    'unknown-platform',
    'no-platform',
    'no-username',
    'no-password',
    'duplicate',
    'no-devices',
    'unknown-sheet',
    'unknown-column',
    'no-such-sheet',
    'unreadable',
    'formula',
    'trailing-blank',
    'skipped-row',
    'hidden-row',
    'skipped-command',
    'dangerous-command',
    'not-text',
    'bad-field',
    'bad-bastion',
  ]),
  /** What the cell holds, never for a secret's column. */
  found: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** One row that could become a device. */
export const ImportRow = z.object({
  sheet: z.string(),
  row: z.int(),
  /** Secrets are left out: `hasPassword` and `hasEnableSecret` say whether the file holds them. */
  device: DeviceInput.omit({ passwordText: true, enableSecretText: true, privateKeyText: true, passphraseText: true }),
  hasPassword: z.boolean(),
  hasEnableSecret: z.boolean(),
  /** False when one of its problems is an error. */
  isUsable: z.boolean(),
  /** `new`, or which stored device the row would change (same host, port and protocol). */
  effect: z.enum(['new', 'update', 'none']),
  /** Indices into `problems`. */
  problems: z.array(z.int()),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** What an import would do, before it does it. */
export const ImportPreview = z.object({
  /** Names the pending import until it is confirmed or dropped. */
  token: z.string(),
  fileName: z.string(),
  dialect: z.enum(['predecessor-en', 'predecessor-zh', 'xunjian', 'csv', 'json']),
  rows: z.array(ImportRow),
  problems: z.array(ImportProblem),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
