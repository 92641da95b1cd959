import { dirname, join, relative } from 'node:path';
import { importRules, type ImportRule } from '../import-rules';

/** The rule for a file of the project, by its path with forward slashes: the longest `from` that fits. */
export function ruleFor(file: string): ImportRule | undefined {
  return importRules
    .filter(({ from }) => (from.endsWith('/') ? file.startsWith(from) : file === from))
    .toSorted((a, b) => b.from.length - a.from.length)[0];
}

const within = (path: string, place: string): boolean =>
  place.endsWith('/') ? path.startsWith(place) : path === place || path === place.replace(/\.tsx?$/, '');

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Why a file may not import a module, or undefined when it may.
 *
 * @param file the importing file, relative to the root, forward slashes
 * @param specifier what stands in the import
 */
export function refusal(file: string, specifier: string): string | undefined {
  const rule = ruleFor(file);
  if (rule === undefined) return undefined;
  if (specifier.startsWith('.')) {
    const target = relative('.', join(dirname(file), specifier)).replaceAll('\\', '/');
    const isMember = /^electron\/engine\/(platforms|checks|channels)\//.test(rule.from);
    const isOwnFile = !isMember && within(target, rule.from);
    if (isOwnFile || rule.may.some((place) => within(target, place))) return undefined;
    return `${rule.from} may not import ${target}`;
  }
  const name = specifier.startsWith('node:') ? 'node:' : packageOf(specifier);
  return rule.packages.includes(name) ? undefined : `${rule.from} may not import the package ${name}`;
}
