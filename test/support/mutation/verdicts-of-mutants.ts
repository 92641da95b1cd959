import type { Finding } from '../../../shared/model/finding';
import { judged, readingOf, type Answer, type JudgedAnswer } from './judged-answers';
import type { Mutant, Part } from './mutants';

const same = (a: Finding, b: Finding): boolean => a.check === b.check && a.subject === b.subject;

/** Parts that are 正常 in an answer. */
export function partsOf(answer: JudgedAnswer): readonly Part[] {
  return answer.findings.flatMap((finding) => {
    const reading = finding.level === 'pass' ? readingOf(answer, finding) : undefined;
    if (reading === undefined) return [];
    const alike = answer.readings.filter(({ kind, line }) => kind === reading.kind && line === reading.line);
    const subjects = [...new Set(alike.map(({ subject }) => subject))];
    return [{ finding, reading, sameBefore: subjects.indexOf(reading.subject) }];
  });
}

/** Why a mutant's judgement is a false 正常; undefined when it is none. */
export function falsePass(answer: Answer, clean: JudgedAnswer, mutant: Mutant, part?: Part): string | undefined {
  const { findings, verdict } = judged(answer, mutant.text, mutant.end);
  const passes = findings.filter(({ level }) => level === 'pass');
  switch (mutant.oracle) {
    case 'nothing-passes':
      return passes[0] && `${passes[0].check} ${passes[0].subject}`;
    case 'part-fails': {
      const found = part && passes.find((each) => same(each, part.finding));
      return found && `${found.check} ${found.subject}: ${found.proof.line}`;
    }
    case 'answer-fails':
      return verdict === 'pass' ? 'the answer passes' : undefined;
    case 'old-value-gone': {
      const found = part && passes.find((each) => same(each, part.finding) && each.value === part.finding.value);
      return found && `${found.check} ${found.subject}: still ${found.value}`;
    }
    case 'same-or-unknown': {
      // A part that was bad is called 正常, or a part is gone and nobody says so.
      const better = clean.findings.find(
        (was) =>
          was.level !== 'pass' &&
          was.level !== 'n/a' &&
          passes.some((each) => same(each, was)) &&
          !clean.findings.some((each) => each.level === 'pass' && same(each, was)),
      );
      if (better) return `${better.check} ${better.subject} is better than before`;
      const other = passes.find((each) => {
        const before = clean.findings.filter((was) => same(each, was));
        return before.length > 0 && !before.some(({ value, level }) => level === 'pass' && value === each.value);
      });
      if (other) return `${other.check} ${other.subject} is read as ${other.value}`;
      if (verdict !== 'pass') return undefined;
      const gone = clean.findings.find((was) => was.level !== 'n/a' && !findings.some((each) => same(each, was)));
      return gone && `${gone.check} ${gone.subject} is gone`;
    }
  }
}
