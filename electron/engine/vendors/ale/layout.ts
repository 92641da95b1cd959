import { cleanText } from '../../text/table';
import { isChassisLayout } from './fan';
import { healthLayout } from './health';
import { isSlotLayout } from './power';
import { isBlockLayout } from './temperature';

/** True when an answer is laid out as only AOS 6 prints it; decided by the text, for saved answers. */
export function isAos6Layout(text: string): boolean {
  return (
    healthLayout(text) === 'limit' ||
    isBlockLayout(text) ||
    isChassisLayout(text) ||
    isSlotLayout(text) ||
    cleanText(text).lines.some((line) => /^\s*(?:Chassis \d+|Stacks Reload on Takeover\s*:.*)$/i.test(line))
  );
}
