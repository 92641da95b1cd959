import type { FaultName } from './faults';
import type { FtpManner } from './ftp-server';
import type { DeviceRecord } from './device-record';
import type { SshAlgorithms } from './personality';

/** What one simulated device shall be. */
export type DeviceSpec = {
  readonly name: string;
  /** Folder name below `personalities/`, or the absolute path of a recording. */
  readonly personality: string;
  readonly fault?: FaultName;
  readonly username?: string;
  readonly password?: string;
  /** Makes the device start without privileges; `enable` asks for this word. */
  readonly enableSecret?: string;
  /** Name in the prompt and in the outputs; the personality's own when left out. May hold blanks and Chinese. */
  readonly hostName?: string;
  /** Whole prompt, e.g. `机房-A (core) > `; made from the personality's template when left out. */
  readonly prompt?: string;
  readonly protocol?: 'ssh' | 'telnet';
  /** Waits before each answer, milliseconds. */
  readonly thinkMs?: number;
  /** Sends answers in pieces of `bytes`, `delayMs` apart. */
  readonly chunk?: { readonly bytes: number; readonly delayMs: number };
  /** Pads or cuts the first configuration file to this size. */
  readonly fileBytes?: number;
  /** Serves files by SCP also, whatever becomes of SFTP; it is refused when left out. */
  readonly scp?: 'works' | 'short' | 'silent';
  /** Serves files by FTP also, on a port of its own; nothing listens when left out. */
  readonly ftp?: FtpManner;
  /** What the SSH server offers instead of the personality's own sets. */
  readonly algorithms?: SshAlgorithms;
  /** Text of the private host key instead of one of the fleet's own, e.g. a DSA key as old switches have. */
  readonly hostKey?: string;
  /** A fixed port; one that is free when left out. */
  readonly port?: number;
};

/** What a device says when nothing goes wrong, to compare a client's result with. */
export type Expected = {
  /**
   * The answer to a command: LF line ends, no echo, no prompt, no pager. Where the text holds the time, the answer that
   * was sent last.
   */
  readonly transcript: (command: string) => string;
  /** Path to bytes of every file that SFTP serves. */
  readonly files: ReadonlyMap<string, Buffer>;
};

/** One running device. */
export type LabDevice = {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly protocol: 'ssh' | 'telnet';
  /** Where FTP listens; undefined when the device has none. */
  readonly ftpPort: number | undefined;
  readonly username: string;
  /** What an inventory holds; with the fault `wrong-password` the device refuses it. */
  readonly password: string;
  readonly enableSecret: string | undefined;
  /** Netmiko `device_type`. */
  readonly platform: string;
  readonly personality: string;
  readonly fault: FaultName | undefined;
  readonly expected: Expected;
  /** What happened on this device so far. */
  readonly record: DeviceRecord;
  /** Gives the SSH server another host key from the next connection on. */
  readonly changeHostKey: () => void;
};

export type FleetOptions = {
  readonly host?: string;
  /** One key for all devices of a personality (cheap, the default) or one for each device. */
  readonly hostKeys?: 'per-personality' | 'per-device';
  /** Folder that keeps host keys from one start to the next; new keys at every start when left out. */
  readonly hostKeyDir?: string;
  /** The time that devices show. */
  readonly now?: () => Date;
};

/** Sums over all devices. */
export type FleetStats = {
  readonly connections: number;
  readonly openConnections: number;
  readonly sessions: number;
  readonly loggedOut: number;
  readonly closed: number;
  readonly dropped: number;
  readonly cutByDevice: number;
  readonly loginTries: number;
  readonly loginsRefused: number;
  readonly commands: number;
  readonly filesRead: number;
  readonly writesTried: number;
};

/** Devices that run until they are closed. */
export type Fleet = {
  readonly devices: readonly LabDevice[];
  /** The device of that name. */
  readonly device: (name: string) => LabDevice;
  readonly stats: () => FleetStats;
  /** Ends every connection and frees every port. */
  readonly close: () => Promise<void>;
};
