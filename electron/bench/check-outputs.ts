import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LabDevice } from '../lab/device-spec';
import { commands, configPath, isReadable } from './work';

/** Outputs and files of the readable devices, compared byte by byte with what the devices sent. */
export type OutputCheck = {
  readonly compared: number;
  /** `<device> <command or file>` of each that is missing or differs. */
  readonly wrong: readonly string[];
};

/**
 * Compares a folder laid out as `headless run --full-configs` writes it.
 *
 * @param devices as they stand after the run: answers that hold the time are compared with the one sent last
 */
export function checkOutputs(
  out: string,
  devices: readonly Pick<LabDevice, 'name' | 'fault' | 'expected'>[],
): OutputCheck {
  const wrong: string[] = [];
  let compared = 0;
  for (const { name, expected } of devices.filter(isReadable)) {
    const transcripts = readTranscripts(join(out, 'transcripts', name));
    for (const command of commands) {
      compared += 1;
      if (transcripts.get(command.replaceAll(' ', '-')) !== expected.transcript(command))
        wrong.push(`${name} ${command}`);
    }
    compared += 1;
    const file = readOrNothing(join(out, 'configs', name, basename(configPath)));
    if (file === undefined || !expected.files.get(configPath)?.equals(file)) wrong.push(`${name} ${configPath}`);
  }
  return { compared, wrong };
}

/** Texts by the words of their command: `04-show-health.txt` is `show-health`. */
function readTranscripts(folder: string): ReadonlyMap<string, string> {
  const names = nothingWhenMissing(() => readdirSync(folder)) ?? [];
  return new Map(names.map((name) => [name.slice(3, -'.txt'.length), readFileSync(join(folder, name), 'utf8')]));
}

function readOrNothing(path: string): Buffer | undefined {
  return nothingWhenMissing(() => readFileSync(path));
}

function nothingWhenMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    // A missing file is what is looked for here; it is counted as a wrong output.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
