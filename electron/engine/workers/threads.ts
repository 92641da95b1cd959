import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors';
import type { Report } from '../../../shared/model/report';
import type { Clock } from '../ports';
import type { Known } from '../text/redact';
import { tooHard, type InspectedTexts, type ReportStep, type TextWork, type WrittenReport } from './text-work';
import type { FromThread, ThreadOrder, ToThread } from './thread-messages';

export type ThreadParts = {
  /** File of the thread's program. */
  readonly program: string;
  /** Threads at most; each is started when it is first needed. */
  readonly count: number;
  readonly clock: Pick<Clock, 'after'>;
  /** All secrets and names known now. A list that only grows. */
  readonly secrets: () => readonly Known[];
};

/** One thread may use so much memory for its own objects before it is ended, MB. */
const mostMemoryMb = 1024;

type Job = {
  readonly order: ThreadOrder;
  readonly budgetMs: number;
  readonly onStep: (step: ReportStep) => void;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Text work in threads of their own: orders wait in the order in which they came, and the budget of each runs from the
 * moment at which a thread takes it. A thread that is over its budget or its memory is ended, and a new one does the rest.
 */
export function threadTextWork(parts: ThreadParts): TextWork {
  const waiting: Job[] = [];
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  let isClosed = false;

  const next = (): void => {
    if (waiting.length === 0) return;
    const thread = idle.pop() ?? (all.size < parts.count ? start() : undefined);
    const job = thread === undefined ? undefined : waiting.shift();
    if (thread !== undefined && job !== undefined) thread.take(job);
  };
  const start = (): Thread => {
    const thread = new Thread(parts, {
      onFree: () => {
        idle.push(thread);
        next();
      },
      onEnd: () => {
        all.delete(thread);
        const at = idle.indexOf(thread);
        if (at >= 0) idle.splice(at, 1);
        if (!isClosed) next();
      },
    });
    all.add(thread);
    return thread;
  };
  const ask = (order: ThreadOrder, budgetMs: number, onStep: Job['onStep'] = () => undefined): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(tooHard());
      waiting.push({ order, budgetMs, onStep, resolve, reject });
      next();
    });
  return {
    // What a thread answers is what its job gave: both ends are compiled together.
    inspect: async (input, budgetMs) => (await ask({ job: 'inspect', input }, budgetMs)) as InspectedTexts,
    report: async (input, budgetMs, onStep) => (await ask({ job: 'report', input }, budgetMs, onStep)) as WrittenReport,
    content: async (input, budgetMs) => (await ask({ job: 'content', input }, budgetMs)) as Report,
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(tooHard());
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}

/** One thread with at most one order. */
class Thread {
  readonly #worker: Worker;
  readonly #parts: ThreadParts;
  readonly #onFree: () => void;
  #job: Job | undefined;
  #id = 0;
  #knownSecrets = 0;
  #endBudget: () => void = () => undefined;

  constructor(parts: ThreadParts, { onFree, onEnd }: { readonly onFree: () => void; readonly onEnd: () => void }) {
    this.#parts = parts;
    this.#onFree = onFree;
    this.#worker = new Worker(parts.program, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
    this.#worker.on('message', (message: FromThread) => this.#hear(message));
    // Out of memory arrives here, then the thread exits.
    this.#worker.on('error', (cause) => this.#settle((job) => job.reject(tooHard(cause))));
    this.#worker.on('exit', () => {
      this.#settle((job) => job.reject(tooHard()));
      onEnd();
    });
    this.#worker.unref();
  }

  take(job: Job): void {
    this.#job = job;
    this.#id += 1;
    // While an order is under way its answer is waited for; an idle thread keeps no program alive.
    this.#worker.ref();
    this.#endBudget = this.#parts.clock.after(job.budgetMs, () => {
      this.#settle(({ reject }) => reject(tooHard()));
      void this.end();
    });
    const known = this.#parts.secrets();
    const secrets = known.slice(this.#knownSecrets);
    this.#knownSecrets = known.length;
    this.#worker.postMessage({ id: this.#id, order: job.order, secrets } satisfies ToThread);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: FromThread): void {
    if (message.id !== this.#id || this.#job === undefined) return;
    if (message.kind === 'step') return this.#job.onStep(message.step);
    this.#endBudget();
    // The port hands on answers while there are more. Were the next order given at once, its answer would come within
    // this turn of the loop, and so would all others: what a whole fleet gave would be kept in one turn.
    setImmediate(() => this.#finish(message));
  }

  #finish(message: Exclude<FromThread, { kind: 'step' }>): void {
    // The thread may have ended in between.
    if (this.#job === undefined) return;
    this.#settle(({ resolve, reject }) =>
      message.kind === 'done' ? resolve(message.value) : reject(errorOf(message)),
    );
    this.#worker.unref();
    this.#onFree();
  }

  #settle(end: (job: Job) => void): void {
    const job = this.#job;
    if (job === undefined) return;
    this.#job = undefined;
    this.#endBudget();
    end(job);
  }
}

function errorOf({ code, params, detail }: Extract<FromThread, { kind: 'failed' }>): Error {
  return code === undefined ? new Error(detail) : new AppError(code, params);
}
