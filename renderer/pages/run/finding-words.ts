import type { ReportFinding } from '../../../shared/model/report';

/** A finding as it is set: the check in bold, its part where the sentence does not name it, and the rest. */
export type FindingWords = {
  readonly lead: string;
  /** Empty when the sentence names it, or there is none. */
  readonly subject: string;
  readonly rest: string;
  /** True when the rest goes on in the sentence that the lead began. */
  readonly isOneSentence: boolean;
};

/** Says once what title, part and sentence say together. */
export function findingWords({ title, subject, sentence }: ReportFinding): FindingWords {
  const isOneSentence = title !== '' && sentence.startsWith(title);
  return {
    lead: title,
    subject: sentence.includes(subject) ? '' : subject,
    rest: isOneSentence ? sentence.slice(title.length) : sentence,
    isOneSentence,
  };
}
