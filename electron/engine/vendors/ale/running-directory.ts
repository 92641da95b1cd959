import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine, isNoise, isPromptLike, lastLine, readField } from '../../text/table';

type ConfigState = {
  readonly directory: string | undefined;
  readonly certify: string | undefined;
  readonly mode: string | undefined;
};

/**
 * The directory that the switch booted from, its certify state and its mode, as printed; undefined where they are not
 * there. Two labels differ by one capital: `Running configuration` is the directory, `Running Configuration` whether memory is saved
 * to it.
 */
export function configStateOf(text: string): ConfigState {
  const fields = cleanText(text).lines.flatMap((line) => readField(line, ':') ?? []);
  const valueOf = (label: string): string | undefined => fields.find((field) => field.label === label)?.value;
  return {
    directory: valueOf('Running configuration'),
    certify: valueOf('Certify/Restore Status'),
    mode: valueOf('CMM Mode'),
  };
}

/**
 * `show running-directory`: where the configuration lies and whether it is saved, certified and equal on all CMMs. The subject of
 * a reading is the device's own label.
 */
export function parseRunningDirectory(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const fields = new Map(
    clean.lines
      .filter((line) => !isNoise(line))
      .flatMap((line) => {
        const field = readField(line, ':');
        return field === undefined || field.value === '' ? [] : [[field.label, field] as const];
      }),
  );
  if (!clean.lines.some((line) => /^\s*(?:CONFIGURATION|SYNCHRONIZATION) STATUS\s*$/i.test(line))) {
    return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  }
  const directory = fields.get('Running configuration');
  const certify = fields.get('Certify/Restore Status');
  const saved = fields.get('Running Configuration');
  const flash = fields.get('Flash Between CMMs');
  const mode = fields.get('CMM Mode')?.value ?? 'MONO';
  const needsFlash = !/\bMONO\b/i.test(mode);
  const last = clean.lines.findLast((line) => line.trim() !== '' && !isNoise(line) && !isPromptLike(line)) ?? '';
  const isWhole = directory !== undefined && certify !== undefined && saved !== undefined && (!needsFlash || flash);
  // A comma says that a line follows.
  if (!isWhole || last.endsWith(',')) {
    return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  }
  const values = {
    runningDirectory: directory.value,
    certifyStatus: certify.value,
    synchronised: saved.value,
    flashBetweenCmms: flash?.value ?? null,
  };
  // On another member than the master the files may be old; running from the certified copy is worse.
  const slave = /^SLAVE/i.exec(fields.get('Running CMM')?.value ?? '')?.input;
  const directoryWord = /^CERTIFIED$/i.test(directory.value) ? directory.value : (slave ?? directory.value);
  return {
    kind: 'readings',
    // One reading a line, so that each verdict can quote its own.
    readings: [directory, certify, ...(flash === undefined ? [] : [flash]), saved].map((field) => ({
      kind: 'config-state',
      subject: field.label,
      values,
      status: field === directory ? directoryWord : field.value,
      line: field.line,
    })),
  };
}
