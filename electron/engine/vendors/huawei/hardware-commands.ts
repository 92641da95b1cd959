import type { PlatformCommand } from '../platform';
import { parseDeviceFan, parseDevicePower, parseDeviceTemperature } from './device-parts';
import { parseEnvironment } from './environment';
import { parseFan } from './fan';
import { parseHealth } from './health';
import { parseHrp } from './hrp';
import { parsePower } from './power';
import { parseTemperature } from './temperature';
import { parseTransceivers } from './transceiver';
import { parseTransceiverTable } from './transceiver-table';

/** Commands on parts: temperatures, fans, supplies, boards, optics, the pair of a firewall. */
export const vrpHardware = {
  temperature: {
    command: 'display temperature all',
    aliases: ['display temperature'],
    gives: ['temperature'],
    parse: parseTemperature,
  },
  fan: {
    command: 'display fan',
    gives: ['fan'],
    parse: parseFan,
  },
  power: {
    command: 'display power',
    gives: ['power'],
    parse: parsePower,
  },
  deviceTemperature: {
    command: 'display device temperature all',
    aliases: ['display device temperature'],
    gives: ['temperature'],
    parse: parseDeviceTemperature,
  },
  deviceFan: {
    command: 'display device fan',
    gives: ['fan'],
    parse: parseDeviceFan,
    checksEnd: true,
  },
  devicePower: {
    command: 'display device power',
    gives: ['power'],
    parse: parseDevicePower,
  },
  environment: {
    command: 'display environment',
    gives: ['temperature'],
    parse: parseEnvironment,
  },
  health: {
    command: 'display health',
    aliases: ['display system resource brief'],
    gives: ['cpu', 'memory'],
    parse: parseHealth,
  },
  optics: {
    command: 'display transceiver verbose',
    gives: ['optic'],
    parse: parseTransceivers,
  },
  optics8: {
    command: 'display interface transceiver verbose',
    gives: ['optic'],
    parse: parseTransceivers,
  },
  opticsTable: {
    command: 'display transceiver diagnosis interface',
    gives: ['optic'],
    parse: parseTransceiverTable,
  },
  hrp: {
    command: 'display hrp state',
    // A firewall that stands alone has none.
    gives: [],
    parse: parseHrp,
  },
} as const satisfies Record<string, PlatformCommand>;
