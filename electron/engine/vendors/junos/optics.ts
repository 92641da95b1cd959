import type { AnyReading, ReadingValues } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { answerOf, unreadable } from '../values';

const startLine = /^\s*Physical interface:\s+(\S+?)\s*$/i;
const laneLine = /^\s*Lane (\d+)\s*$/i;
const noneLine = /^\s*Optical diagnostics\s*:\s*N\/A\s*$/i;
const field = /^\s*([A-Z]\w*(?: +\w+)*?)\s*:\s*(\S+(?:\s+\S+)*)\s*$/i;
const power = /^-?\d+(?:\.\d+)? mW \/ (?:(-?\d+(?:\.\d+)?)|(- ?Inf)) dBm$/i;
const degrees = /^(-?\d+(?:\.\d+)?) degrees C \//i;
const flag = /^Laser (?:output|rx|receiver|tx) power (?:high|low) (alarm|warning)$/i;
/** What Junos calls no light at all; a receiver's scale ends about here. */
const darkDbm = -40;

type Lane = { readonly name: string; readonly line: string; readonly fields: Map<string, Value> };
type Value = { readonly words: string; readonly line: string };

const rxLabels = ['receiver signal average optical power', 'laser receiver power', 'laser rx power', 'rx power'];
const txLabels = ['laser output power', 'laser tx power', 'tx power'];
const known = /^(?:laser (?:output|rx|receiver|tx) power|receiver signal average optical power|module temperature)/;

function numberOf(label: string, words: string): number | undefined {
  if (label.startsWith('module temperature')) {
    const celsius = degrees.exec(words)?.[1];
    return celsius === undefined ? undefined : Number(celsius);
  }
  const [whole, dbm] = power.exec(words) ?? [];
  if (whole === undefined) return undefined;
  return dbm === undefined ? darkDbm : Number(dbm);
}

/** A line of numbers or of `On`/`Off` that this parser judges by must be one of them. */
function isSound(label: string, words: string): boolean {
  if (!known.test(label)) return true;
  return flag.test(label) || /^module temperature (?:high|low) (?:alarm|warning)$/.test(label)
    ? /^(?:On|Off)$/i.test(words)
    : /^N\/A$/i.test(words) || numberOf(label, words) !== undefined;
}

function readingOf(name: string, lane: Lane, module: Lane): AnyReading | undefined {
  const find = (label: string): Value | undefined => lane.fields.get(label) ?? module.fields.get(label);
  const first = (labels: readonly string[]): Value | undefined => labels.map(find).find((value) => value !== undefined);
  const number = (label: string): number | null => numberOf(label, find(label)?.words ?? '') ?? null;
  const limit = (way: string, end: string): number | null => number(`laser ${way} power ${end} threshold`);
  const rx = first(rxLabels);
  const tx = first(txLabels);
  if (rx === undefined && tx === undefined) return undefined;
  const values: ReadingValues['optic'] = {
    celsius: number('module temperature'),
    rxPowerDbm: numberOf('', rx?.words ?? '') ?? null,
    txPowerDbm: numberOf('', tx?.words ?? '') ?? null,
    rxAlarmLowDbm: limit('rx', 'low alarm'),
    rxAlarmHighDbm: limit('rx', 'high alarm'),
    rxWarnLowDbm: limit('rx', 'low warning'),
    rxWarnHighDbm: limit('rx', 'high warning'),
    txAlarmLowDbm: limit('output', 'low alarm'),
    txAlarmHighDbm: limit('output', 'high alarm'),
    txWarnLowDbm: limit('output', 'low warning'),
    txWarnHighDbm: limit('output', 'high warning'),
  };
  const raised = [...module.fields, ...lane.fields].flatMap(([label, { words }]) => {
    const width = /^on$/i.test(words) ? flag.exec(label)?.[1]?.toLowerCase() : undefined;
    return width === undefined ? [] : [width];
  });
  const status = raised.includes('alarm') ? 'alarm' : raised.includes('warning') ? 'warning' : null;
  return { kind: 'optic', subject: name, values, status, line: (rx ?? tx)?.line ?? lane.line };
}

/** Modules and their lanes; the first entry of each module is the module itself. */
type Module = { readonly name: string; readonly line: string; readonly lanes: Lane[] };

/** `show interfaces diagnostics optics` of Junos: every module, and every lane of one that has several. */
export function parseOptics(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const modules: Module[] = [];
  const silent = new Set<Module>();
  for (const raw of answer.lines) {
    const line = raw.trim();
    const name = startLine.exec(line)?.[1];
    const current = modules.at(-1);
    const lane = laneLine.exec(line)?.[1];
    const [, label, words] = field.exec(line) ?? [];
    if (name !== undefined) modules.push({ name, line, lanes: [{ name, line, fields: new Map() }] });
    else if (current === undefined) continue;
    else if (noneLine.test(line)) silent.add(current);
    else if (lane !== undefined) current.lanes.push({ name: `${current.name} lane ${lane}`, line, fields: new Map() });
    else if (label === undefined || words === undefined || !isSound(label.toLowerCase(), words))
      return unreadable('not-understood', line);
    else {
      const fields = current.lanes.at(-1)?.fields;
      if (fields?.has(label.toLowerCase()) === true) return unreadable('not-understood', line);
      fields?.set(label.toLowerCase(), { words, line });
    }
  }
  if (modules.length === 0) return unreadable('not-understood', answer.lines[0]);
  const readings: AnyReading[] = [];
  for (const module of modules.filter((each) => !silent.has(each))) {
    const [whole, ...lanes] = module.lanes;
    for (const lane of lanes.length > 0 ? lanes : module.lanes) {
      const reading = whole === undefined ? undefined : readingOf(lane.name, lane, whole);
      if (reading === undefined) return unreadable('cut', lane.line);
      readings.push(reading);
    }
  }
  const none = modules.find((module) => silent.has(module));
  // Every module answers that it does not measure itself.
  if (readings.length === 0 && none !== undefined) {
    return { kind: 'absent', line: answer.lines.find((line) => noneLine.test(line))?.trim() ?? none.line };
  }
  return answerOf(readings, answer.lines.at(-1));
}
