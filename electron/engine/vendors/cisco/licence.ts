import type { AnyReading } from '../../../../shared/model/reading';
import { readTable } from '../../text/table';
import type { Parsed } from '../platform';
import { isLogLine } from '../values';
import { unreadable, withBody } from '../dialects/ios/answer';
import { durationSeconds } from './duration';

const daySeconds = 86_400;

type Term = {
  readonly daysLeft: number | null;
  readonly permanent: number;
  readonly expiresEpochSeconds?: number | null;
};

function licence(name: string, term: Term, status: string | null, line: string): AnyReading {
  return { kind: 'licence', subject: name, values: { name, ...term }, status, line: line.trim() };
}

const noTerm: Term = { daysLeft: null, permanent: 0 };
const forever: Term = { daysLeft: null, permanent: 1 };

// Feature, installed, count, status, expiry date, comments.
const usageRow =
  /^(\S+)\s+(Yes|No)\s+(-|\d+)\s+(In use|Unused)(?:\s+(Never|\d\d \w{3} \d{4}|\d{4}-\d\d-\d\d))?\s+(\S.*)$/i;

function usageOf(line: string): AnyReading | undefined {
  const [, name, , , status, expiry, comment = ''] = usageRow.exec(line) ?? [];
  if (name === undefined || status === undefined) return undefined;
  if (/^unused$/i.test(status)) return licence(name, noTerm, status, line);
  // In use without a licence: it works for the days of grace that are left.
  const grace = /^Grace (?:(\d+)D)?/i.exec(comment);
  if (grace !== null) return licence(name, { daysLeft: Number(grace[1] ?? 0), permanent: 0 }, comment, line);
  if (expiry === undefined) return licence(name, noTerm, comment === '-' ? status : comment, line);
  if (/^never$/i.test(expiry)) return licence(name, forever, status, line);
  return licence(name, { ...noTerm, expiresEpochSeconds: Date.parse(`${expiry} UTC`) / 1000 }, status, line);
}

/** `show license usage` of NX-OS: the table, or the blocks of smart licensing. */
export function parseLicenseUsage(text: string): Parsed {
  if (/^[ \t]*License Authorization:|^\(\w+\):/im.test(text)) return parseSmartLicence(text);
  const table = readTable(text, {
    heading: /^\s*Feature\s+Ins\s+Lic\s+Status\s+Expiry Date\s+Comments$/i,
    row: usageOf,
  });
  return table.kind === 'unreadable' ? table : { kind: 'readings', readings: table.rows.map(({ value }) => value) };
}

/** `Period left: Life time`, `8  weeks 3  days`, or `Not Activated` for what nobody uses. */
function blockTerm(period: string, isPermanent: boolean): Term | undefined {
  if (isPermanent || /^life time$/i.test(period)) return forever;
  if (/^not activated$/i.test(period)) return noTerm;
  const left = durationSeconds(period.replace(/\s+/g, ' '));
  return left === undefined ? undefined : { daysLeft: Math.floor(left / daySeconds), permanent: 0 };
}

/** `show license` of IOS 15: one block a feature. */
export const parseIosLicence = withBody((lines) => {
  const blocks: { readonly name: string; readonly line: string; readonly fields: Map<string, string> }[] = [];
  for (const line of lines) {
    const name = /^\s*Index \d+ Feature:\s*(\S.*)$/i.exec(line)?.[1]?.trim();
    if (name !== undefined) blocks.push({ name, line, fields: new Map() });
    const [, label, value] = name === undefined ? (/^\s+([A-Z]\w*(?: +\w+)*?):\s*(\S.*)$/i.exec(line) ?? []) : [];
    if (label !== undefined && value !== undefined) blocks.at(-1)?.fields.set(label.toLowerCase(), value.trim());
  }
  const readings: AnyReading[] = [];
  for (const [index, { name, line, fields }] of blocks.entries()) {
    const state = fields.get('license state');
    const period = fields.get('period left');
    const isLast = index === blocks.length - 1;
    if (state === undefined || period === undefined)
      return unreadable(isLast ? 'cut' : 'not-understood', isLast ? lines.at(-1) : line);
    const isUnused = /\bNot in Use\b/i.test(state);
    const term = blockTerm(period, /^permanent$/i.test(fields.get('license type') ?? ''));
    if (term === undefined) return unreadable('not-understood', line);
    readings.push(licence(name, isUnused ? noTerm : term, isUnused ? 'Not in Use' : state, line));
  }
  return readings.length > 0 ? { kind: 'readings', readings } : unreadable('not-understood', lines[0]);
});

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Aug 22 18:52:49 2023 UTC` and `Feb 29 2024 13:21:17 UTC`, epoch seconds; the zone may cost some hours. */
function smartDate(text: string): number | undefined {
  const [, name = '', day, year, yearAtEnd] =
    /^(\w{3}) (\d{1,2}) (?:(\d{4}) )?[\d:]{8}(?: (\d{4}))? \S+$/.exec(text) ?? [];
  const month = months.indexOf(name.toLowerCase());
  const full = year ?? yearAtEnd;
  return month < 0 || full === undefined ? undefined : Date.UTC(Number(full), month, Number(day)) / 1000;
}

type Place = { readonly title: string; readonly line: string };

// `network-advantage (C9300-24 Network Advantage):`
const licenceTitle = /^((?:\S.*)?\([\w. /+-]+\)):\s*$/;
const chapters = /^(?:Registration|License Authorization)$/i;

/** One line of smart licensing, in its chapter; undefined when it says nothing of a licence. */
function smartReading({ title }: Place, label: string, value: string, line: string): AnyReading | undefined {
  if (/^Status$/i.test(label)) return licence(title, noTerm, value.replace(/ on [A-Z][a-z]{2} \d.*$/, '').trim(), line);
  if (/^Last (?:Renewal|Communication) Attempt$/i.test(label) && /^FAILED\b/i.test(value)) {
    return licence(`${title}: ${label}`, noTerm, 'FAILED', line);
  }
  const date = /^Registration Expires$/i.test(label) ? smartDate(value) : undefined;
  return date === undefined ? undefined : licence(label, { ...noTerm, expiresEpochSeconds: date }, null, line);
}

/**
 * Smart licensing (`show license all`, `show license status`): registration, authorisation, and every licence in use.
 * Which chapter a `Status:` belongs to is told by the last heading at the margin.
 */
export const parseSmartLicence = withBody((lines) => {
  const readings: AnyReading[] = [];
  let place: Place | undefined;
  for (const line of lines.filter((each) => !isLogLine(each))) {
    const heading = /^(\S.*?):\s*$/.exec(line)?.[1];
    if (heading !== undefined) place = { title: heading, line };
    else if (/^\S/.test(line)) place = undefined;
    const [, label, value] = /^\s+(\S[^:]*):\s*(\S.*)$/.exec(line) ?? [];
    if (place === undefined || label === undefined || value === undefined) continue;
    const isLicence = chapters.test(place.title) || licenceTitle.test(place.line);
    const reading = isLicence ? smartReading(place, label, value, line) : undefined;
    if (reading !== undefined) readings.push(reading);
  }
  const silent = lines.find((line) => {
    const name = licenceTitle.exec(line)?.[1];
    return name !== undefined && !readings.some(({ subject }) => subject === name);
  });
  // A licence in use that says nothing of its state: the answer stopped in it, or lost a line.
  if (silent !== undefined) return unreadable('cut', lines.at(-1));
  if (readings.length > 0) return { kind: 'readings', readings };
  // By policy only the use is reported: nothing registers, nothing runs out.
  const policy = lines.findIndex((line) => /^Smart Licensing Using Policy:$/i.test(line));
  const isByPolicy = policy >= 0 && /^\s+Status:\s*ENABLED$/i.test(lines[policy + 1] ?? '');
  return isByPolicy ? { kind: 'absent', line: lines[policy] ?? '' } : unreadable('not-understood', lines[0]);
});
