import type { LocalText } from '../../../../shared/model/text';
import type { PlatformCommand, PlatformParts } from '../platform';
import { vrpAlsoKnown } from './commands';
import { startupPath } from '../dialects/vrp/config-state';
import { vrpReadOnly, vrpSecrets, vrpTraits } from './traits';
import { memberOfVersion, type VrpMember } from './version';
import { huaweiWords } from './vocabulary';
import type { Sign } from '../sign';

const shared = ['huawei', 'huawei_vrp', 'huawei_vrpv8'] as const;

/** True for a command of a list, or one that the list has another for. */
const isOwn = (commands: readonly PlatformCommand[], command: string): boolean =>
  commands.some((own) => own.command === command || own.insteadOf?.includes(command) === true);

/** What all members of the VRP family have in common; only the list and the name differ. */
export function vrpMember(
  member: VrpMember,
  own: {
    readonly id: string;
    readonly labels: LocalText;
    readonly commands: readonly PlatformCommand[];
    readonly deviceTypes?: readonly string[];
    readonly saveCommands?: readonly string[];
    readonly signs?: readonly Sign[];
  },
): PlatformParts {
  return {
    id: own.id,
    labels: own.labels,
    signs: own.signs ?? [],
    commands: own.commands,
    deviceTypes: [...shared, ...(own.deviceTypes ?? [])],
    probe: 'display version',
    recognise: (answer) => memberOfVersion(answer) === member,
    vocabulary: huaweiWords,
    traits: vrpTraits,
    alsoKnown: vrpAlsoKnown.filter(({ command }) => !isOwn(own.commands, command)),
    readOnly: vrpReadOnly,
    configFiles: (outputs) => {
      const path = startupPath(outputs);
      return path === undefined ? [] : [path];
    },
    configFilesFrom: 'display startup',
    configCommand: {
      command: 'display current-configuration',
      endsWith: /^return$/,
      saveAs: 'current-configuration.txt',
    },
    startupCommand: {
      command: 'display saved-configuration',
      endsWith: /^return$/,
      saveAs: 'saved-configuration.txt',
    },
    saveCommands: own.saveCommands ?? ['save'],
    secrets: vrpSecrets,
  };
}
