import { AppError } from '../../shared/errors';
import { translate, type MessageKey } from '../../shared/i18n/translate';
import { moveKey, type SecretMove } from '../engine/store/secret-moves';
import type { Services } from './services';

/** So many destinations are named; the others are counted. */
const mostNamed = 12;
const longestLine = 200;

/**
 * Asks the user, outside of the window and once for all, whether stored secrets go along to new destinations. Returns
 * the moves that were agreed to; those that were not are forgotten by whoever saves.
 *
 * @param planned what the change moves now; asked again after the answer, since another call may have come between
 * @throws AppError `secret.not-moved` when the user gives up
 */
export async function askToMove(
  { shell, settings }: Pick<Services, 'shell' | 'settings'>,
  planned: () => readonly SecretMove[],
): Promise<readonly SecretMove[]> {
  let asked = '';
  let answer: readonly SecretMove[] = [];
  for (let moves = planned(); keyOf(moves) !== asked; moves = planned()) {
    asked = keyOf(moves);
    const { locale } = settings.get();
    const named = moves.slice(0, mostNamed).map(({ from, to }) => {
      const line = translate(locale, 'dialog.move.line', { name: to.owner, from: from.place, to: to.place });
      return clean(line + (isClear(to) ? translate(locale, 'dialog.move.clear') : ''));
    });
    const more = moves.length - named.length;
    const detail = [...named, ...(more > 0 ? [translate(locale, 'dialog.move.more', { count: more })] : [])];
    const button = await shell.choose({
      message: translate(locale, 'dialog.move', { count: moves.length }),
      detail: detail.join('\n'),
      buttons: [
        translate(locale, 'dialog.move.keep'),
        translate(locale, 'dialog.move.forget'),
        translate(locale, 'dialog.cancel'),
      ],
    });
    if (button !== 0 && button !== 1) throw new AppError('secret.not-moved');
    answer = button === 0 ? moves : [];
  }
  return answer;
}

/** Asks yes or no outside of the window. @throws AppError `secret.not-moved` on no */
export async function askFirst(
  { shell, settings }: Services,
  words: { readonly message: MessageKey; readonly detail: MessageKey },
): Promise<void> {
  const { locale } = settings.get();
  const buttons = [translate(locale, 'dialog.yes'), translate(locale, 'dialog.cancel')];
  const question = { message: translate(locale, words.message), detail: translate(locale, words.detail), buttons };
  if ((await shell.choose(question)) !== 0) throw new AppError('secret.not-moved');
}

function keyOf(moves: readonly SecretMove[]): string {
  return moves.map(moveKey).join('\n');
}

/** Names and addresses come from the window: they must not draw lines of their own into the question. */
function clean(line: string): string {
  return line.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, longestLine);
}

function isClear({ place }: SecretMove['to']): boolean {
  return place.startsWith('telnet ') || place.includes(' none ') || place.includes(' http://');
}
