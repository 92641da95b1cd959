import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, percentOf } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, chassisValues, loadValues, unreadable } from '../values';

const memberLine = /^\s*(\S+?)\(updated \d+ seconds? ago\):\s*(\S.*)?$/i;
const warningLine = /^\s*(WARNING|ERROR|CRITICAL)\s*:/i;
const usageLine = /idle=(\d+%\/\d+%\/\d+%)\/(\d+)%, memory=(\d+)%\s*$/i;

/** The four shares of a processor make a whole, give or take the rounding. */
function isWhole(busy: string, idle: number): boolean {
  const sum = busy.split('/').reduce((all, share) => all + Number.parseInt(share, 10), idle);
  return Math.abs(sum - 100) <= 5;
}

type Section = {
  readonly title: string;
  readonly rest: string;
  readonly line: string;
  readonly lines: readonly string[];
};

/** Sections by their title line; the lines below belong to it whether they are indented (5.6, 7.0) or not (6.4). */
function sectionsOf(lines: readonly string[]): readonly Section[] {
  const sections: { title: string; rest: string; line: string; lines: string[] }[] = [];
  for (const line of lines) {
    const isOwn = memberLine.test(line) || warningLine.test(line);
    const title = isOwn ? null : /^([A-Za-z][\w/]*(?: +[\w/]+)*?)\s*:\s*(.*)$/.exec(line);
    if (title !== null) sections.push({ title: (title[1] ?? '').toLowerCase(), rest: title[2] ?? '', line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

const part = (subject: string, status: string, line: string, role: string | null = null): AnyReading => ({
  kind: 'chassis',
  subject,
  values: chassisValues({ role }),
  status,
  line: line.trim(),
});

/** Health: `OK`, or one `WARNING: …` line for each trouble. */
function healthOf({ rest, line, lines }: Section): readonly AnyReading[] | string {
  if (rest !== '') return [part('HA health', rest, line)];
  const warnings = lines.map((each) => warningLine.exec(each));
  const strange = lines.find((_each, index) => warnings[index] === null);
  if (lines.length === 0 || strange !== undefined) return strange ?? line;
  return lines.map((each, index) => part('HA health', warnings[index]?.[1] ?? '', each));
}

function membersOf({ lines }: Section): readonly AnyReading[] | string {
  const strange = lines.find((line) => (memberLine.exec(line)?.[2] ?? '') === '');
  if (strange !== undefined) return strange;
  return lines.map((line) => {
    const [, name = '', state = ''] = memberLine.exec(line) ?? [];
    return part(name, state, line);
  });
}

function usageOf({ lines }: Section): readonly AnyReading[] | string {
  const readings: AnyReading[] = [];
  let name: string | undefined;
  for (const line of lines) {
    const member = memberLine.exec(line)?.[1];
    const [, busy = '', idleWord = '', memoryWord = ''] = usageLine.exec(line) ?? [];
    const idle = percentOf(idleWord);
    const used = percentOf(memoryWord);
    if (member !== undefined) name = member;
    else if (name === undefined || idle === undefined || used === undefined || !isWhole(busy, idle)) return line;
    else {
      const shown = line.trim();
      readings.push({ kind: 'cpu', subject: name, values: loadValues(100 - idle), status: null, line: shown });
      readings.push({ kind: 'memory', subject: name, values: loadValues(used), status: null, line: shown });
      name = undefined;
    }
  }
  return name === undefined ? readings : name;
}

/** `get system ha status` of FortiOS: health, whether each member is in step, load of each. */
export function parseCluster(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const sections = sectionsOf(lines);
  const find = (title: string): Section | undefined => sections.find((section) => section.title === title);
  const health = find('ha health status');
  const mode = find('mode');
  if (health === undefined) return unreadable('not-understood', lines[0]);
  const isAlone = /^Standalone\b/i.test(mode?.rest ?? '');
  const members = find('configuration status');
  // The number of virtual clusters, and below it the role of every member in each, end a whole answer.
  const end = lines.findIndex((line) => /^\s*number of vcluster\s*:\s*\d+\s*$/i.test(line));
  const clusters = Number(/(?<!\d)(\d+)\s*$/.exec(lines[end] ?? '')?.[1] ?? NaN);
  const below = lines.slice(end + 1);
  const listed = below.filter((line) => /^\s*vcluster\s+\d+\s*:/i.test(line)).length;
  const roles = below.filter((line) => /^\s*(?:Master|Slave|Primary|Secondary)\s*:/i.test(line)).length;
  const expected = clusters * (members?.lines.length ?? 1);
  if (mode === undefined || end < 0 || listed !== clusters || roles < expected)
    return unreadable('cut', lastLine(text));
  const usage = find('system usage stats');
  if (!isAlone && (members === undefined || members.lines.length === 0)) return unreadable('cut', lastLine(text));
  const readings: AnyReading[] = [];
  for (const made of [healthOf(health), members && membersOf(members), usage && usageOf(usage)]) {
    if (typeof made === 'string') return unreadable('not-understood', made);
    readings.push(...(made ?? []));
  }
  const parts = readings.filter((each) => each.kind === 'chassis').length;
  const loads = readings.filter((each) => each.kind === 'memory').length;
  // Health has a line or more, then every member comes twice: in step, and with its load.
  const healthLines = Math.max(1, health.lines.length);
  if (!isAlone && parts - healthLines !== loads) return unreadable('not-understood', usage?.line ?? health.line);
  return answerOf(readings, lines.at(-1));
}
