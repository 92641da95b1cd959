import type { AnyReading } from '../../../../shared/model/reading';
import { isNoise, isRuler } from '../../text/table';
import { isLogLine } from '../values';
import { columnsOf, unreadable, withBody } from '../dialects/ios/answer';

type Module = {
  readonly subject: string;
  readonly model: string | null;
  readonly status: string;
  readonly line: string;
};

function reading({ subject, model, status, line }: Module, serials: ReadonlyMap<string, string>): AnyReading {
  const serial = serials.get(subject) ?? null;
  const values = { model, serial, partNumber: null, adminStatus: null, role: null, resets: null };
  return { kind: 'chassis', subject, values, status, line: line.trim() };
}

const heading = /^\s*(?:Mod|Xbar|Lem|M)\s+\S/i;
const row = /^\s*(?:\d+|ips|cxsc|sfr)\s+\S/i;

/** Where the columns begin, from the ruler below the heading: dashes in groups. */
function starts(ruler: string): readonly number[] {
  return [...ruler.matchAll(/-+/g)].map(({ index }) => index);
}

function cells(line: string, at: readonly number[]): readonly string[] {
  return at.map((start, index) => line.slice(start, at[index + 1]).trim());
}

// `active *`: the star is this session, not a state.
const withoutStar = (status: string): string => status.replace(/(?<!\s)\s*\*$/, '');

type Table = {
  readonly title: string;
  /** A row of this table, or of none, that stands behind something that is no row. */
  readonly lost: string | undefined;
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: string }[];
};

/** The tables of an answer, each cut by the columns of its ruler: a model may be empty. */
function tablesOf(all: readonly string[]): readonly Table[] {
  const tables: Table[] = [];
  const lines = all.filter((line) => !isNoise(line) && !isLogLine(line));
  for (const [index, line] of lines.entries()) {
    const ruler = lines[index + 1] ?? '';
    if (!heading.test(line) || !isRuler(ruler)) continue;
    const rest = lines.slice(index + 2);
    const end = rest.findIndex((each) => !row.test(each));
    const at = starts(ruler);
    const body = end < 0 ? rest : rest.slice(0, end);
    const others = end < 0 ? [] : rest.slice(end);
    const next = others.findIndex((each, at) => heading.test(each) && isRuler(others[at + 1] ?? ''));
    const lost = others.slice(0, next < 0 ? undefined : next).find((each) => row.test(each));
    tables.push({ title: line.trim(), lost, rows: body.map((each) => ({ cells: cells(each, at), line: each })) });
  }
  return tables;
}

/** `show module` of NX-OS: supervisors, line cards, fabric; the diagnosis only where it did not pass. */
export const parseNxosModule = withBody((lines) => {
  const tables = tablesOf(lines);
  const lost = tables.find((each) => each.lost !== undefined)?.lost;
  if (lost !== undefined) return unreadable('not-understood', lost);
  const serials = new Map(
    tables
      .filter(({ title }) => /Serial-Num$/i.test(title))
      .flatMap(({ rows }) => rows.map(({ cells: [mod = '', , serial = ''] }) => [mod, serial] as const)),
  );
  const modules = tables.flatMap(({ title, rows }) => {
    const isStatus = /^(?:(?!\bPorts\b).)*\bPorts\b.*\bModel\s+Status$/i.test(title);
    const isDiagnosis = /\bOnline Diag Status$/i.test(title);
    const prefix = /^Mod/i.test(title) ? '' : `${title.split(/\s/)[0] ?? ''} `;
    if (isStatus) {
      return rows.map(({ cells: [mod = '', , , model = '', status = ''], line }): Module => {
        return { subject: `${prefix}${mod}`, model: model || null, status: withoutStar(status), line };
      });
    }
    return isDiagnosis
      ? rows
          .filter(({ cells: [, status = ''] }) => !/^pass$/i.test(status))
          .map(({ cells: [mod = '', status = ''], line }): Module => ({
            subject: `${mod} Diag`,
            model: null,
            status,
            line,
          }))
      : [];
  });
  const poor = modules.find(({ subject, status }) => subject === '' || status === '');
  if (poor !== undefined) return unreadable('not-understood', poor.line);
  if (modules.length > 0) return { kind: 'readings', readings: modules.map((module) => reading(module, serials)) };
  return unreadable(tables.length > 0 ? 'no-row' : 'not-understood', lines[0]);
});

/** `show module` of modular Catalysts: the status stands last in the tables of addresses, parts and diagnosis. */
export const parseIosModule = withBody((lines) => {
  const tables = tablesOf(lines);
  const modules = tables.flatMap(({ title, rows }): Module[] => {
    if (!/Status\s*$/i.test(title) || /Redundancy status/i.test(title)) return [];
    const part = /Sub-Module/i.test(title) ? ' Sub' : /Diag/i.test(title) ? ' Diag' : '';
    return rows.flatMap(({ line }) => {
      const columns = columnsOf(line);
      const status = columns.at(-1) ?? '';
      const subject = `${/^\s*(\d+)/.exec(line)?.[1] ?? ''}${part}`;
      return part === ' Diag' && /^pass$/i.test(status) ? [] : [{ subject, model: null, status, line }];
    });
  });
  const failure = lines.find((line) => /^\s*Power Supply:\s+bad\/off/i.test(line));
  const supplies: AnyReading[] =
    failure === undefined
      ? []
      : [{ kind: 'power', subject: 'PS', values: { watts: null }, status: 'bad/off', line: failure.trim() }];
  if (modules.length === 0) return unreadable(tables.length > 0 ? 'no-row' : 'not-understood', lines[0]);
  return { kind: 'readings', readings: [...modules.map((module) => reading(module, new Map())), ...supplies] };
});

/** `show module` of ASA: the last table with a status of each module. */
export const parseAsaModule = withBody((lines) => {
  const tables = tablesOf(lines);
  const models = tables.find(({ title }) => /\bCard Type\b/i.test(title));
  const states = tables.find(({ title }) => /^Mod\s+Status\s+Data Plane/i.test(title));
  if (states === undefined) return unreadable(models === undefined ? 'not-understood' : 'cut', lines.at(-1));
  const modelOf = (mod: string) => models?.rows.find(({ cells: [name] }) => name === mod)?.cells[2] ?? null;
  if (states.rows.length < (models?.rows.length ?? 1)) return unreadable('cut', lines.at(-1));
  const images = tables.find(({ title }) => /\bSSM Application Name\b/i.test(title));
  const modules = states.rows.map(({ cells: [mod = '', status = ''], line }): Module => {
    // A software module that nobody installed does not answer.
    const application = images?.rows.find(({ cells: [name] }) => name === mod);
    const isEmpty = /^No Image Present$/i.test(application?.cells[2] ?? '');
    const shown =
      isEmpty && application !== undefined ? { status: 'No Image Present', line: application.line } : { status, line };
    return { subject: mod, model: modelOf(mod), ...shown };
  });
  return { kind: 'readings', readings: modules.map((module) => reading(module, new Map())) };
});
