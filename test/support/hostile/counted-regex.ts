import { parseRegExpLiteral, type AST } from '@eslint-community/regexpp';
import { signTest } from './sign-test';

/*
 * A backtracking matcher that counts its steps. It tries the same ways in the same order as the engine of the language,
 * so its count grows as the time of the real one does, is the same on every machine, and needs no large text to show.
 */

/** What looking through a text cost; `isCapped` when the search was given up at the bound. */
export type Cost = { readonly steps: number; readonly isCapped: boolean };

type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

class Capped extends Error {}

class Search {
  steps = 0;
  readonly groups = new Map<AST.CapturingGroup, readonly [number, number]>();
  constructor(
    readonly text: string,
    readonly bound: number,
  ) {}

  step(): void {
    this.steps += 1;
    if (this.steps > this.bound) throw new Capped();
  }
}

/** A pattern whose work can be counted. */
export type CountedRegex = { readonly costOf: (text: string, bound: number) => Cost };

/** Compiles a pattern for counting. */
export function countedRegex({ source, flags }: Pick<RegExp, 'source' | 'flags'>): CountedRegex {
  const { pattern } = parseRegExpLiteral(new RegExp(source, flags));
  return {
    costOf(text, bound) {
      const search = new Search(text, bound);
      const compiled = new Compiler(search, flags).alternatives(pattern.alternatives, false);
      try {
        searchAll(search, compiled, flags);
      } catch (error) {
        // Too deep for the stack is too much work as well.
        if (error instanceof Capped || error instanceof RangeError) return { steps: bound, isCapped: true };
        throw error;
      }
      return { steps: search.steps, isCapped: false };
    },
  };
}

/** Looks as `replace` does with the flag g, else up to the first match. */
function searchAll(search: Search, match: Match, flags: string): void {
  for (let from = 0; from <= search.text.length;) {
    let end = -1;
    search.groups.clear();
    const isFound = match(from, (at) => {
      end = at;
      return true;
    });
    if ((isFound && !flags.includes('g')) || flags.includes('y')) return;
    from = isFound && end > from ? end : from + 1;
  }
}

const wordSign = /\w/;
const lineEnd = /[\n\r\u2028\u2029]/;

class Compiler {
  constructor(
    private readonly search: Search,
    private readonly flags: string,
  ) {}

  alternatives(list: readonly AST.Alternative[], isBackward: boolean): Match {
    const ways = list.map(({ elements }) => this.sequence(elements, isBackward));
    const [only] = ways;
    if (only !== undefined && ways.length === 1) return only;
    return (at, next) => ways.some((way) => way(at, next));
  }

  private sequence(elements: readonly AST.Element[], isBackward: boolean): Match {
    const parts = (isBackward ? elements.toReversed() : elements).map((each) => this.element(each, isBackward));
    return parts.reduceRight<Match>(
      (rest, part) => (at, next) => part(at, (behind) => rest(behind, next)),
      (at, next) => next(at),
    );
  }

  private element(node: AST.Element, isBackward: boolean): Match {
    switch (node.type) {
      case 'Assertion':
        return this.assertion(node);
      case 'Quantifier':
        return this.quantifier(node, isBackward);
      case 'Group':
        return this.alternatives(node.alternatives, isBackward);
      case 'CapturingGroup':
        return this.group(node, isBackward);
      case 'Backreference':
        return this.backreference(node);
      default:
        return this.sign(node, isBackward);
    }
  }

  private sign(node: AST.Element, isBackward: boolean): Match {
    const takes = signTest(node.raw, this.flags);
    const { search } = this;
    return (at, next) => {
      search.step();
      const read = isBackward ? at - 1 : at;
      const sign = search.text[read];
      return sign !== undefined && takes(sign) && next(isBackward ? read : read + 1);
    };
  }

  private quantifier(node: AST.Quantifier, isBackward: boolean): Match {
    const { element, min, max, greedy } = node;
    const isSign = ['Character', 'CharacterClass', 'CharacterSet'].includes(element.type);
    if (isSign) return this.run(node, isBackward);
    const once = this.element(element, isBackward);
    const { search } = this;
    const repeat = (count: number, at: number, next: Next): boolean => {
      search.step();
      const more = (): boolean =>
        count < max && once(at, (behind) => (behind !== at || count < min) && repeat(count + 1, behind, next));
      if (count < min) return more();
      return greedy ? more() || next(at) : next(at) || more();
    };
    return (at, next) => repeat(0, at, next);
  }

  /** Many of one sign, without a call for each. */
  private run({ element, min, max, greedy }: AST.Quantifier, isBackward: boolean): Match {
    const { search } = this;
    const takes = signTest(element.raw, this.flags);
    const by = isBackward ? -1 : 1;
    const isTaken = (at: number): boolean => {
      search.step();
      const sign = search.text[isBackward ? at - 1 : at];
      return sign !== undefined && takes(sign);
    };
    return (at, next) => {
      let count = 0;
      while (count < min && isTaken(at + by * count)) count += 1;
      if (count < min) return false;
      if (greedy) {
        while (count < max && isTaken(at + by * count)) count += 1;
        for (; count >= min; count -= 1) {
          search.step();
          if (next(at + by * count)) return true;
        }
        return false;
      }
      for (;;) {
        if (next(at + by * count)) return true;
        if (count >= max || !isTaken(at + by * count)) return false;
        count += 1;
      }
    };
  }

  private group(node: AST.CapturingGroup, isBackward: boolean): Match {
    const inner = this.alternatives(node.alternatives, isBackward);
    const { groups } = this.search;
    return (at, next) =>
      inner(at, (end) => {
        const before = groups.get(node);
        groups.set(node, at < end ? [at, end] : [end, at]);
        if (next(end)) return true;
        if (before === undefined) groups.delete(node);
        else groups.set(node, before);
        return false;
      });
  }

  private backreference({ resolved }: AST.Backreference): Match {
    const { search } = this;
    return (at, next) => {
      search.step();
      const place = [resolved]
        .flat()
        .map((group) => search.groups.get(group))
        .find((each) => each !== undefined);
      const said = place === undefined ? '' : search.text.slice(place[0], place[1]);
      search.steps += said.length;
      return search.text.startsWith(said, at) && next(at + said.length);
    };
  }

  private assertion(node: AST.Assertion): Match {
    const { search } = this;
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      const inner = this.alternatives(node.alternatives, node.kind === 'lookbehind');
      return (at, next) => inner(at, () => true) !== node.negate && next(at);
    }
    const holds = this.boundary(node);
    return (at, next) => {
      search.step();
      return holds(at) && next(at);
    };
  }

  private boundary(node: AST.BoundaryAssertion): (at: number) => boolean {
    const { text } = this.search;
    const isLines = this.flags.includes('m');
    if (node.kind === 'start') return (at) => at === 0 || (isLines && lineEnd.test(text[at - 1] ?? ''));
    if (node.kind !== 'word') return (at) => at === text.length || (isLines && lineEnd.test(text[at] ?? ''));
    const isWord = (at: number): boolean => wordSign.test(text[at] ?? '');
    const { negate } = node;
    return (at) => (isWord(at - 1) !== isWord(at)) !== negate;
  }
}
