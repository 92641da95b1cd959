import type { Bastion } from '../../../shared/model/bastion';
import type { AuthMethod, Protocol } from '../../../shared/model/device';
import type { ImportProblem } from '../../../shared/model/import';
import type { Cell } from './cells';
import type { ColumnKey } from './columns';

/** One entry of a file, however the file is written: cells by what they mean. */
export type DeviceSource = {
  readonly sheet: string;
  readonly row: number;
  readonly isHidden?: boolean;
  /** Undefined when the file has no such column. */
  readonly cell: (key: ColumnKey) => Cell | undefined;
  readonly heading: (key: ColumnKey) => string | null;
  /** Commands given as a list instead of a cell. */
  readonly commands?: readonly string[];
};

/** A device as far as the file tells; undefined is what the file does not speak of. */
export type DeviceDraft = {
  readonly sheet: string;
  readonly row: number;
  readonly host: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly platform: string;
  /** The device type as written: names the sheet of its commands. */
  readonly deviceType: string;
  readonly name: string | undefined;
  readonly username: string | undefined;
  readonly group: string | undefined;
  readonly comment: string | undefined;
  readonly commands: readonly string[] | undefined;
  readonly isSkipped: boolean | undefined;
  readonly passwordText: string | undefined;
  readonly enableSecretText: string | undefined;
  readonly auth: AuthMethod | undefined;
  readonly privateKeyText: string | undefined;
  readonly passphraseText: string | undefined;
  readonly jump: string | undefined;
  readonly bastion: Bastion | undefined;
  readonly ftpPort: number | undefined;
  readonly problems: readonly ImportProblem[];
};
