import { parseRegExpLiteral, type AST } from '@eslint-community/regexpp';
import { signTest } from './sign-test';

/** Signs of every kind that devices print: what a part takes is looked for among these. */
const signs = [...' \t\n\r0a-._:,=|+#>/["<([{A;@%*\\\'x1', '文', '\u001b', '\u0000'];

/** A hostile text that can be made as long as one likes. */
export type Attack = { readonly how: string; readonly prefix: string; readonly pump: string; readonly suffix: string };

/** Builds an attack of about so many characters. */
export function attackText({ prefix, pump, suffix }: Attack, length: number): string {
  return prefix + pump.repeat(Math.max(1, Math.ceil(length / Math.max(1, pump.length)))) + suffix;
}

/** The end, and what no pattern looks for: a match that was near fails there. */
const suffixes = ['', '\u0001'];

/**
 * Attacks made of the pattern's own parts: what leads to a repeated part, then that part again and again, then something
 * that does not fit; and each beginning of the pattern repeated, so that a search starts anew at many places.
 */
export function attacksOn({ source, flags }: Pick<RegExp, 'source' | 'flags'>): readonly Attack[] {
  const { pattern } = parseRegExpLiteral(new RegExp(source, flags));
  const made = new Map<string, Attack>();
  const add = (how: string, prefix: string, pump: string): void => {
    if (pump === '') return;
    for (const suffix of suffixes) made.set(JSON.stringify([prefix, pump, suffix]), { how, prefix, pump, suffix });
  };
  const sampler = new Sampler(flags.replace(/[gym]/g, ''));
  for (const alternative of pattern.alternatives) {
    for (const { before, pumps } of sampler.placesIn(alternative)) {
      for (const pump of pumps) {
        add('a part repeated', before, pump);
        add('only a part repeated', '', pump);
        add('a part repeated behind another sign', '\u0002', pump);
        add('the way to a part repeated', '', before + pump);
      }
      add('a beginning repeated', '', before);
      add('a beginning repeated in words', '', `${before} `);
      add('a beginning repeated in lines', '', `${before}\n`);
    }
    const whole = sampler.sample(alternative);
    add('a match repeated', '', whole);
    add('a match without its end repeated', '', whole.slice(0, -1));
    add('a match, then words', whole, ' a');
  }
  return [...made.values()];
}

type Place = { readonly before: string; readonly pumps: readonly string[] };

class Sampler {
  constructor(private readonly flags: string) {}

  /** A text that an alternative takes, as short as can be. */
  sample(alternative: AST.Alternative): string {
    return alternative.elements.map((element) => this.of(element)).join('');
  }

  /** Every repeated part of an alternative, at any depth, with a text that leads to it. */
  placesIn(alternative: AST.Alternative, before = ''): readonly Place[] {
    const places: Place[] = [];
    let led = before;
    for (const element of alternative.elements) {
      places.push(...this.placesOf(element, led));
      led += this.of(element);
    }
    return places;
  }

  private placesOf(element: AST.Element, before: string): readonly Place[] {
    if (element.type === 'Quantifier') {
      const own = element.max > 1 ? [{ before, pumps: this.pumpsOf(element.element) }] : [];
      return [...own, ...this.placesOf(element.element, before)];
    }
    if (element.type === 'Group' || element.type === 'CapturingGroup') {
      return element.alternatives.flatMap((each) => this.placesIn(each, before));
    }
    return [];
  }

  private pumpsOf(element: AST.Element): readonly string[] {
    if (element.type === 'Character') return [this.of(element)];
    if (element.type !== 'Group' && element.type !== 'CapturingGroup') {
      const taken = signs.filter((sign) => signTest(element.raw, this.flags)(sign));
      return taken.length > 12 ? [...' a0-.=\n'].filter((sign) => taken.includes(sign)) : taken;
    }
    const inner = element.alternatives.flatMap((each) => [this.sample(each), `${this.sample(each)} `]);
    return inner.filter((each) => each !== '').slice(0, 4);
  }

  private of(element: AST.Element): string {
    switch (element.type) {
      case 'Assertion':
        return '';
      case 'Backreference':
        return this.of([element.resolved].flat()[0] ?? element);
      case 'Quantifier':
        return element.min === 0 ? this.of(element.element).slice(0, 0) : this.of(element.element).repeat(element.min);
      case 'Group':
      case 'CapturingGroup':
        return element.alternatives[0] === undefined ? '' : this.sample(element.alternatives[0]);
      case 'Character':
        return String.fromCodePoint(element.value);
      default:
        return ['a', ...signs].find((sign) => signTest(element.raw, this.flags)(sign)) ?? '';
    }
  }
}
