import { isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors';
import { Locale } from '../../shared/model/text';
import { mostBehindBastion } from './bastion/fleet';
import { bastionKinds, type BastionKind } from './bastion/shells';
import type { DeviceSpec } from './device-spec';
import { faultOf, faults, isFaultName, type FaultName } from './faults';
import { loadPersonality, personalityIds } from './personality';

/** What `npm run lab` was asked for. */
export type LabArguments = {
  readonly specs: readonly DeviceSpec[];
  readonly inventory: string | undefined;
  readonly hostKeyDir: string | undefined;
  readonly hasSinks: boolean;
  /** The devices are reached through a bastion of this kind. */
  readonly bastion: BastionKind | undefined;
  readonly isHelp: boolean;
  readonly locale: Locale;
};

const options = {
  devices: { type: 'string' },
  personality: { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  'think-ms': { type: 'string' },
  inventory: { type: 'string' },
  bastion: { type: 'string' },
  'host-keys': { type: 'string' },
  port: { type: 'string' },
  sinks: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', default: false },
} as const;

/** @throws AppError `args.invalid` naming the word that is wrong */
export function labArguments(words: readonly string[]): LabArguments {
  const values = parsed(words);
  const locale = Locale.safeParse(values.lang);
  if (!locale.success) throw invalid(`--lang ${values.lang}`);
  const thinkMs = whole('think-ms', values['think-ms'], 0, 600_000);
  const firstPort = whole('port', values.port, 1024, 65_000);
  const personalities = values.personality ?? personalityIds();
  const unknown = personalities.find((id) => !isAbsolute(id) && !personalityIds().includes(id));
  if (unknown !== undefined) throw invalid(`--personality ${unknown}`);
  const faultNames = (values.fault ?? []).flatMap(faultsNamed);
  const count = whole('devices', values.devices, 1, 5000) ?? Math.max(faultNames.length, personalities.length);
  return {
    specs: Array.from({ length: count }, (_, index) => ({
      name: `LAB-${String(index + 1).padStart(3, '0')}`,
      personality: personalityFor(faultNames[index], personalities, index),
      fault: faultNames[index],
      thinkMs,
      port: firstPort === undefined ? undefined : firstPort + index,
    })),
    inventory: values.inventory,
    hostKeyDir: values['host-keys'],
    hasSinks: values.sinks,
    bastion: bastionNamed(values.bastion, count),
    isHelp: values.help,
    locale: locale.data,
  };
}

/** The next personality in turn on which the fault can be seen: a fault of SFTP needs a device that serves files. */
function personalityFor(fault: FaultName | undefined, ids: readonly string[], index: number): string {
  const inTurn = [...ids.slice(index % ids.length), ...ids.slice(0, index % ids.length)];
  const fitting = needsSsh(fault) ? inTurn.find((id) => loadPersonality(id).protocol === 'ssh') : undefined;
  return fitting ?? inTurn[0] ?? '';
}

function needsSsh(name: FaultName | undefined): boolean {
  const fault = faultOf(name);
  return Boolean(fault.sftp ?? fault.hasFreshHostKey ?? fault.hasOneChannel ?? fault.hasLegacySsh);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : '', cause);
  }
}

function faultsNamed(name: string): readonly FaultName[] {
  if (name === 'each') return Object.keys(faults).filter(isFaultName);
  if (!isFaultName(name)) throw invalid(`--fault ${name}`);
  return [name];
}

function bastionNamed(name: string | undefined, devices: number): BastionKind | undefined {
  if (name === undefined) return undefined;
  const kind = bastionKinds.find((each) => each === name);
  if (kind === undefined) throw invalid(`--bastion ${name}`);
  if (devices > mostBehindBastion) throw invalid(`--devices ${devices} > ${mostBehindBastion}`);
  return kind;
}

function whole(name: string, word: string | undefined, least: number, most: number): number | undefined {
  if (word === undefined) return undefined;
  const value = Number(word);
  if (!Number.isInteger(value) || value < least || value > most) throw invalid(`--${name} ${word}`);
  return value;
}

function invalid(detail: string, cause?: unknown): AppError {
  return new AppError('args.invalid', { detail }, { cause });
}
