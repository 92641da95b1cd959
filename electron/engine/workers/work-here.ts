import type { TextJobs } from './text-jobs';
import type { TextWork } from './text-work';

/** Text work in the thread that asks, without a budget: for a program that has nothing else to do. */
export function workHere(jobs: TextJobs): TextWork {
  return {
    inspect: async (order) => jobs.inspect(order),
    report: (order, _budgetMs, onStep) => jobs.report(order, onStep),
    content: async (order) => jobs.content(order),
    close: () => Promise.resolve(),
  };
}
