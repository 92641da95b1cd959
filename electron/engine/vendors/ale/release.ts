import { cleanText } from '../../text/table';

const release = /\b\d{1,2}\.\d{1,3}\.\d{1,4}(?:\.\d{1,4})?\.R\d{2}\b/;

/** The release in a line, whole: `8.9.107.R02`, `6.7.2.191.R04`. */
export function releaseIn(line: string): string | undefined {
  return release.exec(line)?.[0];
}

/** First number of the release named by the description line of `show system`; undefined when there is none. */
export function releaseOfSystem(answer: string): number | undefined {
  const line = cleanText(answer).lines.find((each) => /^\s*Description\s*:/i.test(each));
  const found = line === undefined ? undefined : releaseIn(line);
  return found === undefined ? undefined : Number(found.split('.')[0]);
}

/** First number of the release that every row of `show microcode` names; undefined when they differ or there is none. */
export function releaseOfPackages(answer: string): number | undefined {
  const { lines } = cleanText(answer);
  if (!lines.some((line) => /^\s*Package\s+Release\b/i.test(line))) return undefined;
  const numbers = new Set(lines.flatMap((line) => releaseIn(line)?.split('.')[0] ?? []));
  const [only, ...others] = numbers;
  return only === undefined || others.length > 0 ? undefined : Number(only);
}
