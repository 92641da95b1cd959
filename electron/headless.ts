import { AppError } from '../shared/errors';
import { translate } from '../shared/i18n/translate';
import { forTerminal } from '../shared/terminal-text';
import { exitCodes, outliveReaders } from './headless/console';
import { importCommand } from './headless/import';
import { judgeCommand } from './headless/judge';
import { filter } from './headless/process-text';
import { recordCommand } from './headless/record';
import { runCommand } from './headless/run';
import { testCommand } from './headless/test';

const usage = `usage:
  headless run --inventory FILE(.xlsx|.csv|.json) --out DIR [--settings FILE.json] [--data DIR] [--concurrency N]
      [--only TEXT,…] [--accept-new-host-keys] [--full-configs] [--json] [--lang zh-CN|en] [--no-messages]
      [--formats docx,html] [--no-report] [--connect-timeout-ms N] [--command-timeout-ms N] [--device-timeout-ms N]
  headless judge PATH… [--platform ID [--command "show fan"]] [--at ISO-TIME] [--whole] [--table] [--cuts] [--json]
      [--lang zh-CN|en]
  headless test --inventory FILE [--json]
  headless record --inventory FILE --out DIR [--json]
  headless import FILE [--json]
`;

const commands: Readonly<Record<string, (words: readonly string[], env: NodeJS.ProcessEnv) => Promise<number>>> = {
  run: runCommand,
  judge: judgeCommand,
  test: testCommand,
  record: recordCommand,
  import: importCommand,
};

const tell = (words: string) => void process.stderr.write(`${forTerminal(filter.text(words))}\n`);

/** Entry in plain Node. Returns the exit code; words for people go to stderr. */
export async function headless(words: readonly string[]): Promise<number> {
  outliveReaders();
  const [name = '', ...rest] = words;
  const command = commands[name];
  if (command === undefined) {
    process.stderr.write(usage);
    return exitCodes.usage;
  }
  try {
    return await command(rest, process.env);
  } catch (error) {
    if (!(error instanceof AppError)) {
      tell(error instanceof Error ? (error.stack ?? error.message) : 'unknown failure');
      return exitCodes.internal;
    }
    const locale = rest.includes('en') ? 'en' : 'zh-CN';
    tell(translate(locale, `error.${error.code}`, error.params));
    if (error.code === 'args.invalid') process.stderr.write(usage);
    return exitCodes.usage;
  }
}
