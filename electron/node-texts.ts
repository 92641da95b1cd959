import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createFilter } from './engine/text/filter';
import type { Redactor } from './engine/text/redact';
import { textJobs } from './engine/workers/text-jobs';
import type { TextWork } from './engine/workers/text-work';
import { threadTextWork } from './engine/workers/threads';
import { workHere } from './engine/workers/work-here';
import { systemClock } from './node-clock';

/**
 * Text work in as many threads as the machine has cores less one, at least one.
 *
 * The build names the file of the thread's program, beside the program itself. A program that runs from its sources has
 * no such file and does the work in its own thread.
 */
export function nodeTexts(redactor: Redactor): TextWork {
  const file = process.env.XUNJIAN_WORKER;
  if (file === undefined) return workHere(textJobs(createFilter(redactor)));
  return threadTextWork({
    program: join(__dirname, file),
    count: Math.max(1, availableParallelism() - 1),
    clock: systemClock,
    secrets: redactor.known,
  });
}
