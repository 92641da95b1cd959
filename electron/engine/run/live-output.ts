import type { Clock } from '../ports';
import type { TextFilter } from '../text/filter';

/** After so long without a piece, what cannot become a secret is shown, e.g. a prompt. */
const idleMs = 100;

/** What a device prints, on its way to whoever looks on. */
export type LiveOutput = {
  push(text: string): void;
  /** Gives the rest. */
  end(): void;
};

/** Blanks the output of one device as a stream. */
export function liveOutput(
  { filter, clock }: { readonly filter: TextFilter; readonly clock: Clock },
  patterns: readonly RegExp[],
  show: (text: string) => void,
): LiveOutput {
  const stream = filter.stream(patterns);
  let cancel = (): void => undefined;
  const give = (text: string) => {
    if (text !== '') show(text);
  };
  return {
    push(text) {
      cancel();
      give(stream.push(text));
      cancel = clock.after(idleMs, () => give(stream.idle()));
    },
    end() {
      cancel();
      give(stream.end());
    },
  };
}
