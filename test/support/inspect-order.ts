import { defaultSettings } from '../../shared/model/settings';
import type { InspectOrder } from '../../electron/engine/workers/text-work';

/** The texts of a device that answered each command with the text beside it. */
export function inspectOrder(
  answers: readonly (readonly [string, string])[],
  more: Partial<InspectOrder> = {},
): InspectOrder {
  return {
    member: null,
    deviceType: 'generic',
    outputs: answers.map(([command, text]) => ({ command, text, end: 'complete', ms: 1, code: undefined })),
    copies: [],
    blanksCopies: true,
    files: [],
    thresholds: defaultSettings().thresholds,
    now: 1_796_000_000_000,
    ...more,
  };
}
