import type { Platform } from '../../electron/engine/vendors/platform';
import { platformRecordings } from './platform-recordings';

const recordings = platformRecordings();

/** The prompt of a platform in saved texts: the first one that its recordings name. */
export function savedPrompt({ id }: Platform): string {
  const prompt = recordings
    .filter(({ platform }) => platform === id)
    .map(({ prompts }) => prompts.match[0])
    .find((each) => each !== undefined);
  if (prompt === undefined) throw new Error(`${id}: no prompt is known`);
  return prompt;
}
