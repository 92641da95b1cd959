import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, durationSeconds } from '../../text/answer-lines';
import { cleanText, lastLine } from '../../text/table';

// `Comware Software, Version 5.20, Release 2511, Standard`, `H3C Comware Software, Version 7.1.070, Release 6328P03`.
const versionLine = /\bComware (?:Platform )?Software,\s*Version\s+([\w.]+)(?:,\s*(.+))?$/i;
const releaseWord = /\b(?:Release|Feature|ESS|Alpha|Beta|Demo|CMW\d+)\s+([\w.-]+)/i;
const uptimeLine = /^\s*(\S+(?:\s+\S+)*?)\s+uptime is\s+(\d(?:.*[^\s.])?)\s*\.?$/i;
const imageLine = /^\s*(Boot|System) image version\s*:\s*([\w.]+),\s*(.+)$/i;

/** True for a `display version` of Comware, whoever sold the device. */
export function isComware(answer: string): boolean {
  return cleanText(answer).lines.some((line) => versionLine.test(line));
}

/** Release in the words behind the version: `Release 6328P03` is `6328P03`. */
function releaseOf(words: string | undefined): string | null {
  return releaseWord.exec(words ?? '')?.[1] ?? null;
}

function software(name: string, version: string, words: string | undefined, line: string): AnyReading {
  const release = releaseOf(words);
  return {
    kind: 'software',
    subject: name,
    values: { package: `${name} ${version}`, release, sizeBytes: null, directory: null },
    status: null,
    line: line.trim(),
  };
}

/** `display version`: model, release, uptime, and the releases of the images that started. */
export function parseVersion(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const version = lines.find((line) => versionLine.test(line));
  if (version === undefined) return { kind: 'unreadable', reason: 'not-understood', line: lines[0]?.trim() ?? '' };
  const uptime = lines.find((line) => uptimeLine.test(line));
  if (uptime === undefined) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  const seconds = durationSeconds(uptimeLine.exec(uptime)?.[2] ?? '');
  if (seconds === undefined) return { kind: 'unreadable', reason: 'not-understood', line: uptime.trim() };

  const strange = lines.find((line) => /\bimage version\b/i.test(line) && !imageLine.test(line));
  if (strange !== undefined) return { kind: 'unreadable', reason: 'not-understood', line: strange.trim() };

  const found = versionLine.exec(version);
  const model = (uptimeLine.exec(uptime)?.[1] ?? '').replace(/^(?:H3C|HPE?|3Com|UNIS)\s+/i, '').trim();
  const identity = {
    name: null,
    model: model === '' ? null : model,
    release: releaseOf(found?.[2]),
    description: version.trim(),
    contact: null,
    location: null,
  };
  const images = lines.flatMap((line): readonly AnyReading[] => {
    const image = imageLine.exec(line);
    return image === null ? [] : [software(image[1] ?? '', image[2] ?? '', image[3], line)];
  });
  const own = software('Comware', found?.[1] ?? '', found?.[2], version);
  return {
    kind: 'readings',
    readings: [
      { kind: 'system', subject: '', values: identity, status: null, line: version.trim() },
      { kind: 'uptime', subject: '', values: { seconds }, status: null, line: uptime.trim() },
      own,
      ...images,
    ],
  };
}
