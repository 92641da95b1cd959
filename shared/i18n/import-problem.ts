import type { ImportProblem } from '../model/import';
import type { Locale } from '../model/text';
import { translate, type MessageKey } from './translate';

/** The words of one import problem, without its place. */
export function importProblemText(locale: Locale, problem: ImportProblem): string {
  return translate(locale, importProblemKey(problem), { found: problem.found });
}

/** Two codes mean a different thing as a warning than as an error. */
function importProblemKey({ code, severity }: ImportProblem): MessageKey {
  if (code === 'dangerous-command' && severity === 'warning') return 'inventory.problem.heavy-command';
  if (code === 'number-as-password' && severity === 'error') return 'inventory.problem.lost-password-digits';
  return `inventory.problem.${code}`;
}
