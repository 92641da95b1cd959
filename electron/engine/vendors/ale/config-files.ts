import type { ConfigFiles } from '../platform';
import { configStateOf } from './running-directory';
import { parseVirtualChassis } from './topology';

type Outputs = Parameters<ConfigFiles>[0];

/** The files of one release: the configuration, and what a member of a virtual chassis is set up with. */
type Names = { readonly configuration: string; readonly chassisSetup?: string };

function answerOf(outputs: Outputs, pattern: RegExp): string | undefined {
  for (const [command, answer] of outputs) if (pattern.test(command)) return answer;
  return undefined;
}

function stateIn(outputs: Outputs): ReturnType<typeof configStateOf> {
  return configStateOf(answerOf(outputs, /^\s*show\s+running-directory\s*$/i) ?? '');
}

/**
 * The directory that the switch booted from, `working` while that is not known. A user directory is taken as printed;
 * undefined for a name that is no directory of /flash.
 */
function directoryIn(outputs: Outputs): string | undefined {
  const printed = stateIn(outputs).directory;
  if (printed === undefined || /^working$/i.test(printed)) return 'working';
  if (/^certified$/i.test(printed)) return 'certified';
  return /^[\w][\w.-]*$/.test(printed) ? printed : undefined;
}

/** How many chassis the switch says it is one of: by its topology, or two at least by its management modules. */
function chassisIn(outputs: Outputs): number | undefined {
  const answer = answerOf(outputs, /^\s*show\s+virtual-chassis\s+topology\s*$/i);
  const parsed = answer === undefined ? undefined : parseVirtualChassis(answer);
  if (parsed?.kind === 'readings') return parsed.readings.length;
  return /\bVIRTUAL-CHASSIS\b.*\bDUAL\b/i.test(stateIn(outputs).mode ?? '') ? 2 : undefined;
}

/** What must be there: the configuration that the switch booted from, and the set-up of a virtual chassis. */
export function configFilesIn({ configuration, chassisSetup }: Names): ConfigFiles {
  return (outputs) => {
    const directory = directoryIn(outputs);
    if (directory === undefined) return [];
    const isSeveral = (chassisIn(outputs) ?? 1) > 1;
    const setup = chassisSetup !== undefined && isSeveral ? [`/flash/${directory}/${chassisSetup}`] : [];
    return [`/flash/${directory}/${configuration}`, ...setup];
  };
}

/**
 * What is worth having where it is there: the set-up that a single switch may lack, and the certified copies while they
 * differ from what runs: after a restart the switch may come up with them.
 */
export function optionalFilesIn({ configuration, chassisSetup }: Names): ConfigFiles {
  return (outputs) => {
    const directory = directoryIn(outputs);
    if (directory === undefined) return [];
    const chassis = chassisIn(outputs);
    const setup = chassisSetup === undefined || chassis === undefined ? [] : [chassisSetup];
    const { certify } = stateIn(outputs);
    const differs = certify !== undefined && !/^certified$/i.test(certify) && directory !== 'certified';
    return [
      ...(chassis === 1 ? setup : []).map((name) => `/flash/${directory}/${name}`),
      ...(differs ? [configuration, ...setup].map((name) => `/flash/certified/${name}`) : []),
    ];
  };
}

/** Names on AOS 5, 7 and 8. */
export const vcFiles: Names = { configuration: 'vcboot.cfg', chassisSetup: 'vcsetup.cfg' };

/** Names on AOS 6. */
export const aos6Files: Names = { configuration: 'boot.cfg' };
