import type { DeviceSpec } from '../lab/device-spec';
import type { FaultName } from '../lab/faults';
import type { BenchArguments } from './arguments';

/** What is asked of every device: the answer of the first tells the AOS release, so it is part of any inspection. */
export const commands: readonly string[] = [
  'show system',
  'show chassis',
  'show running-directory',
  'show health',
  'show temperature',
  'show interfaces status',
  'show vlan',
];

/** The file that is fetched from every device. */
export const configPath = '/flash/working/vcboot.cfg';

const personality = 'os6860-aos8';
/** A device that never says a word, and one that stops in the middle of an answer, in turn. */
const hungFaults: readonly FaultName[] = ['silent', 'hang-mid-command'];

type Shares = Pick<BenchArguments, 'devices' | 'hungPercent' | 'slowPercent' | 'thinkMs' | 'fileBytes' | 'kex'>;

/** The fleet to measure against; hung and slow devices are spread evenly over it. */
export function fleetSpecs({ devices, hungPercent, slowPercent, thinkMs, fileBytes, kex }: Shares): DeviceSpec[] {
  let hung = 0;
  const algorithms = kex === undefined ? undefined : { kex: [kex] };
  return Array.from({ length: devices }, (_, index) => {
    const isHung = isShare(index, hungPercent, 0);
    const fault = isHung ? hungFaults[hung++ % hungFaults.length] : isShare(index, slowPercent, 1) ? 'slow' : undefined;
    return {
      name: `LAB-${String(index + 1).padStart(4, '0')}`,
      personality,
      fault,
      thinkMs,
      fileBytes,
      ...(algorithms && { algorithms }),
    };
  });
}

/** True for `percent` of every hundred in a row, evenly spread; two shares with different offsets rarely meet. */
function isShare(index: number, percent: number, offset: number): boolean {
  const at = index + offset;
  return Math.floor(((at + 1) * percent) / 100) > Math.floor((at * percent) / 100);
}

/** Devices that can be read to the end, slowly or not. */
export function isReadable({ fault }: { readonly fault?: FaultName | undefined }): boolean {
  return fault === undefined || fault === 'slow';
}
