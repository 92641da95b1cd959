import { expect, test } from 'vitest';
import { parsableOf } from '../../../support/parsable-answers';
import { platformRecordings } from '../../../support/platform-recordings';

test.each(platformRecordings().map((recording) => [`${recording.platform}/${recording.name}`, recording] as const))(
  '%s: a cut at any byte never throws, and in mid-line never reads as whole',
  (_title, recording) => {
    for (const { entry, text } of parsableOf(recording)) {
      for (let length = 0; length < text.trimEnd().length; length += 1) {
        const cut = text.slice(0, length);
        const parsed = entry.parse?.(cut);
        const isMidLine = cut !== '' && !cut.endsWith('\n');
        if (isMidLine) expect([length, parsed?.kind]).toEqual([length, 'unreadable']);
      }
    }
  },
);
