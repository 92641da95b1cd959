import { translate } from '../../../shared/i18n/translate';
import { assertNever } from '../../../shared/errors';
import type { Delivery, OutboxEntry } from '../../../shared/model/channel';
import type { Locale } from '../../../shared/model/text';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits after the first, second … failed try of a transient failure: five tries in about an hour. */
const transientWaitsMs = [30 * second, 4 * minute, 15 * minute, 40 * minute] as const;
/** Waits when a service says "too fast": its minute, ten minutes, its hour, then longer: eight calls in a day. */
const rateWaitsMs = [minute, 10 * minute, hour, 2 * hour, 4 * hour, 8 * hour] as const;
/** A rate that stays shut for a day, or a quota for three, is reported as not arrived. */
const rateEndMs = 24 * hour;
const quotaEndMs = 72 * hour;
/** No entry waits for longer: a quota that is still spent on its new day is left alone for one more day. */
export const longestWaitMs = 49 * hour;
/** Services count days in China's time, which has no summer time. */
const chinaOffsetMs = 8 * hour;

/** What the ledger writes of an entry after a try. */
export type EntryEnd = Pick<OutboxEntry, 'state' | 'attempts' | 'nextAttemptAt' | 'settledAt' | 'words'>;

export type TryFacts = {
  /** Tries made, this one included. */
  readonly attempts: number;
  readonly createdAt: number;
  readonly now: number;
  /** 0 up to 1, so that machines that failed together do not come back together. */
  readonly jitter: number;
  /** How long the channel recognises a second send as the same; undefined: never. */
  readonly dedupMs: number | undefined;
  /** How often in a row the credential was told "too fast" or "too much", by whatever message, this try included. */
  readonly refusedInRow: number;
  /** An earlier try ended without an answer. */
  readonly mayHaveArrived: boolean;
  readonly locale: Locale;
};

/**
 * What becomes of an entry. Only the service's own yes is `accepted`. A try without an answer is made again only
 * while the channel can tell a repetition, and ends as `uncertain`, never as a yes or a no that nobody said.
 */
export function endOf(delivery: Delivery, facts: TryFacts): EntryEnd {
  switch (delivery.kind) {
    case 'accepted':
      return final('accepted', delivery.words, facts);
    case 'partial': {
      const refused = delivery.refused.map(({ recipient, reason }) => `${recipient}: ${reason}`).join('; ');
      return final('partial', `${delivery.words} · ${refused}`, facts);
    }
    case 'refused':
      return refused(delivery.words, facts);
    case 'uncertain': {
      const waitMs = transientWaitsMs[facts.attempts - 1];
      const isRecognised =
        facts.dedupMs !== undefined && waitMs !== undefined && facts.now + 2 * waitMs < facts.createdAt + facts.dedupMs;
      return isRecognised
        ? again(facts.now + jittered(waitMs, facts), delivery.words, facts)
        : mayBe(delivery.words, facts);
    }
    case 'retry':
      return retry(delivery, facts);
    default:
      return assertNever(delivery);
  }
}

/** Midnight in China after `now`, epoch milliseconds: when a day's quota opens again. */
export function nextQuotaDay(now: number): number {
  const day = 24 * hour;
  return (Math.floor((now + chinaOffsetMs) / day) + 1) * day - chinaOffsetMs;
}

function retry(delivery: Extract<Delivery, { kind: 'retry' }>, facts: TryFacts): EntryEnd {
  const age = facts.now - facts.createdAt;
  switch (delivery.class) {
    case 'transient': {
      if (facts.attempts >= (delivery.tries ?? Infinity)) return refused(delivery.words, facts);
      const waitMs = transientWaitsMs[facts.attempts - 1];
      if (waitMs === undefined) return gaveUp(delivery.words, facts);
      return again(facts.now + Math.max(jittered(waitMs, facts), delivery.afterMs ?? 0), delivery.words, facts);
    }
    case 'rate': {
      if (age > rateEndMs) return gaveUp(delivery.words, facts);
      const refusals = Math.max(facts.attempts, facts.refusedInRow);
      const waitMs = rateWaitsMs[Math.min(refusals, rateWaitsMs.length) - 1] ?? minute;
      const floorMs = Math.max(waitMs, delivery.afterMs ?? 0);
      return again(facts.now + floorMs + Math.round(floorMs * 0.1 * facts.jitter), delivery.words, facts);
    }
    case 'quota': {
      if (age > quotaEndMs) return gaveUp(delivery.words, facts);
      // Services make a ban longer for every call above the cap: what is still spent gets one more day.
      const day = nextQuotaDay(facts.now) + (facts.refusedInRow > 1 ? 24 * hour : 0);
      return again(day + Math.round((1 + 4 * facts.jitter) * minute), delivery.words, facts);
    }
    default:
      return assertNever(delivery.class);
  }
}

function jittered(waitMs: number, { jitter }: TryFacts): number {
  return Math.round(waitMs * (0.8 + 0.4 * jitter));
}

function again(at: number, words: string, { attempts }: TryFacts): EntryEnd {
  return { state: 'queued', attempts, nextAttemptAt: at, settledAt: null, words };
}

function gaveUp(words: string, facts: TryFacts): EntryEnd {
  return refused(translate(facts.locale, 'message.outbox.gave-up', { attempts: facts.attempts, words }), facts);
}

function refused(words: string, facts: TryFacts): EntryEnd {
  return facts.mayHaveArrived ? mayBe(words, facts) : final('refused', words, facts);
}

function mayBe(words: string, facts: TryFacts): EntryEnd {
  return final('uncertain', translate(facts.locale, 'message.outbox.may-have-arrived', { words }), facts);
}

function final(state: 'accepted' | 'partial' | 'refused' | 'uncertain', words: string, facts: TryFacts): EntryEnd {
  return { state, attempts: facts.attempts, nextAttemptAt: null, settledAt: facts.now, words };
}
