import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import type { Known } from '../text/redact';
import type { InspectOrder, ReportOrder, ReportStep } from './text-work';

/** One order, by the name of its job. */
export type ThreadOrder =
  | { readonly job: 'inspect'; readonly input: InspectOrder }
  | { readonly job: 'report' | 'content'; readonly input: ReportOrder };

export type ToThread = {
  readonly id: number;
  readonly order: ThreadOrder;
  /** Secrets and names that this thread does not know yet. */
  readonly secrets: readonly Known[];
};

export type FromThread =
  | { readonly kind: 'step'; readonly id: number; readonly step: ReportStep }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      /** Undefined for a mistake of ours; then `detail` is the stack. */
      readonly code: ErrorCode | undefined;
      readonly params: ErrorParams;
      readonly detail: string;
    };
