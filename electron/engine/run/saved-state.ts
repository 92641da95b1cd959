import { readOutput } from '../judge/read-output';
import type { Platform } from '../vendors/platform';
import type { CommandOutput } from '../session/session';
import { statusWord } from '../text/limits';

/** Whether what runs is what the next start loads. */
export type SavedState = 'saved' | 'unsaved' | 'unknown';

/**
 * What the answers say of running against saved configuration. One answer that speaks of a difference outweighs all
 * others; silence is `unknown`, never `saved`.
 */
export function savedState(platform: Platform, outputs: readonly CommandOutput[]): SavedState {
  const words = outputs.flatMap((output) => {
    const said = readOutput(platform, output);
    if (said.kind !== 'readings') return [];
    return said.readings.flatMap((reading) =>
      reading.kind === 'config-state' ? [statusWord(reading.values.synchronised)] : [],
    );
  });
  if (words.includes('NOT SYNCHRONIZED')) return 'unsaved';
  return words.includes('SYNCHRONIZED') ? 'saved' : 'unknown';
}
