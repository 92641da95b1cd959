import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../../../shared/errors';
import { createFilter } from '../text/filter';
import { createRedactor } from '../text/redact';
import { textJobs, type TextJobs } from './text-jobs';
import type { FromThread, ToThread } from './thread-messages';

/** Does the orders that arrive at a thread's port, one after the other, with a redactor that is kept up to date. */
export function serveTexts(port: MessagePort): void {
  const redactor = createRedactor();
  const jobs = textJobs(createFilter(redactor));
  const answer = (message: FromThread) => port.postMessage(message);
  port.on('message', (message: ToThread) => {
    message.secrets.forEach(redactor.learn);
    doOrder(jobs, message, (step) => answer({ kind: 'step', id: message.id, step })).then(
      (value) => answer({ kind: 'done', id: message.id, value }),
      (error: unknown) => answer({ kind: 'failed', id: message.id, ...plainError(error) }),
    );
  });
}

type OnStep = Parameters<TextJobs['report']>[1];

// `async` turns what a job throws at once into a rejection.
async function doOrder(jobs: TextJobs, { order }: ToThread, onStep: OnStep): Promise<unknown> {
  if (order.job === 'inspect') return jobs.inspect(order.input);
  return order.job === 'report' ? jobs.report(order.input, onStep) : jobs.content(order.input);
}

/** An error as plain data: its class does not cross a thread. */
function plainError(error: unknown): Omit<Extract<FromThread, { kind: 'failed' }>, 'kind' | 'id'> {
  if (error instanceof AppError) return { code: error.code, params: error.params, detail: '' };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: undefined, params: {}, detail };
}
