import type { ImportProblem } from '../../../shared/model/import';
import { tidy } from './cells';
import { judgeCommand } from './command-safety';

/** A command as found, and where. */
export type FoundCommand = {
  readonly text: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
};

/** What a device runs, and what was said about it. */
export type CommandList = { readonly commands: readonly string[]; readonly problems: readonly ImportProblem[] };

/** The most that a device may hold, and the longest that one may be; as in the model of a device. */
const maxCommands = 200;
const maxCommandLength = 500;

/**
 * Takes the commands that only read. `dangerous-command` as an error is one that would write and is left out, as a
 * warning one that is slow and heavy and is kept. A command that is too long or one too many is left out (`bad-field`).
 */
export function acceptCommands(found: readonly FoundCommand[], deviceType: string): CommandList {
  const commands: string[] = [];
  const problems: ImportProblem[] = [];
  for (const command of found) {
    const text = tidy(command.text);
    const report = (severity: ImportProblem['severity'], code: ImportProblem['code']): void => {
      const { sheet, row, column } = command;
      problems.push({ severity, sheet, row, column, code, found: command.text.slice(0, maxCommandLength) });
    };
    if (text !== command.text) report('warning', 'trailing-blank');
    if (text.length > maxCommandLength || commands.length >= maxCommands) {
      report('warning', 'bad-field');
      continue;
    }
    const safety = judgeCommand(text, deviceType);
    if (safety === 'writes') {
      report('error', 'dangerous-command');
      continue;
    }
    if (safety === 'heavy') report('warning', 'dangerous-command');
    if (!commands.includes(text)) commands.push(text);
  }
  return { commands, problems };
}

/** Commands of one cell: one a line, or set apart by semicolons. */
export function commandsOfCell(text: string): readonly string[] {
  return text.split(/[\r\n;；]+/u).filter((command) => tidy(command) !== '');
}
