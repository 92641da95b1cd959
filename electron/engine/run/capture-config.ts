import { createHash } from 'node:crypto';
import type { ErrorCode } from '../../../shared/errors';
import { isReadOnly, sameCommand } from '../judge/platform-lookup';
import type { ConfigCommand, Platform } from '../vendors/platform';
import type { CommandOutput, DeviceSession, FetchedFile } from '../session/session';
import { refusals, type FileFailure, type FilesByWire, type FilesOrder } from './fetch-by-wire';
import { savedState } from './saved-state';
import { hasEnd, isZip } from './whole-file';

export type FilesFetched = { readonly files: readonly FetchedFile[]; readonly fileFailures: readonly FileFailure[] };

/**
 * Takes from the command line what is still missing of a device's configuration, after its commands. What runs is what
 * a copy is for, so it is always there: as the saved file where the device says that it runs just that, else as the
 * answer of the configuration command. What the next start loads is taken beside it where it differs from what runs, or
 * where nobody can tell: then either of the two may be the one that is wanted back. Never throws for what a device does.
 */
export async function captureConfig(
  session: DeviceSession,
  platform: Platform,
  outputs: readonly CommandOutput[],
  byWire: FilesByWire,
  order: FilesOrder,
): Promise<FilesFetched> {
  const { configCommand, startupCommand } = platform;
  const { files, fileFailures, isRefused } = byWire;
  if (configCommand === undefined || order.signal.aborted) return { files, fileFailures };
  const known = [...outputs, ...byWire.asked];
  const cli = new Capture(session, platform, order);
  // A ZIP can be put back, and neither be read nor compared.
  const runsAsFile = savedState(platform, known) === 'saved' && !isRefused && !files.every(({ path }) => isZip(path));
  const hasFailed = fileFailures.length > 0 && !isRefused;
  const isAtHand = answerIn(known, configCommand) !== undefined;
  // A file that every way lost is still what runs: the command line is the last way to it.
  if (isAtHand || hasFailed || !runsAsFile) await cli.take(configCommand, known);
  const state = savedState(platform, [...known, ...cli.outputs]);
  // Who may not read the one may not read the other.
  const hasStartup = files.length > 0 || hasFailed || state === 'saved' || cli.failures.length > 0;
  if (startupCommand !== undefined && (answerIn(known, startupCommand) !== undefined || !hasStartup)) {
    await cli.take(startupCommand, known);
  }
  // The configuration is there; that it did not come as a file shows in the way of its record.
  const isThere = cli.files.length > 0;
  const kept = isThere ? fileFailures.filter(({ code }) => !refusals.includes(code)) : fileFailures;
  return { files: [...files, ...cli.files], fileFailures: [...kept, ...cli.failures] };
}

function answerIn(outputs: readonly CommandOutput[], { command }: ConfigCommand): CommandOutput | undefined {
  return outputs.find((output) => output.end === 'complete' && sameCommand(output.command, command));
}

/** Words by which a device says that nothing was ever saved. */
const nothingSaved = /\bnot present\b|\bdoes not exist\b|\bno saved\b|\bno startup\b/i;

/** Takes configurations from the command line. */
class Capture {
  readonly files: FetchedFile[] = [];
  readonly failures: FileFailure[] = [];
  readonly outputs: CommandOutput[] = [];

  constructor(
    private readonly session: DeviceSession,
    private readonly platform: Platform,
    private readonly order: FilesOrder,
  ) {}

  /** @param known answers at hand, which are not asked for again */
  async take(wanted: ConfigCommand, known: readonly CommandOutput[]): Promise<void> {
    const { command, saveAs } = wanted;
    const atHand = answerIn(known, wanted);
    if (!isReadOnly(this.platform, command)) return this.fail(command, 'cli.not-read-only');
    if (atHand === undefined) this.order.onFile(command, 0, 1);
    const output = atHand ?? (await this.session.run(command));
    this.outputs.push(output);
    const code = faultOf(output, wanted);
    if (code !== undefined) return this.fail(command, code);
    const bytes = Buffer.from(output.text, 'utf8');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.files.push({ path: saveAs, bytes, sha256, way: 'cli' });
  }

  private fail(path: string, code: ErrorCode): void {
    this.failures.push({ path, code, params: { host: this.order.host, path } });
  }
}

function faultOf({ end, text, code }: CommandOutput, { endsWith }: ConfigCommand): ErrorCode | undefined {
  if (end === 'refused') return 'files.denied';
  if (end === 'partial') return 'files.cut';
  if (end === 'unknown') return code ?? 'files.failed';
  const said = text.trim();
  if (said !== '' && said.split('\n').length <= 2 && nothingSaved.test(said)) return 'files.not-found';
  return said === '' || (endsWith !== undefined && !hasEnd(text, endsWith)) ? 'files.cut' : undefined;
}
