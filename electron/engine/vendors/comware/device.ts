import type { AnyReading, ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';
import { cleanText } from '../../text/table';

type Board = { readonly subject: string; readonly status: string; readonly model: string | null };

const values = (model: string | null): ReadingOf<'chassis'>['values'] => {
  return { model, serial: null, partNumber: null, adminStatus: null, role: null, resets: null };
};

// Comware 7: `Slot Type State Subslot Soft Ver Patch Ver`; a chassis number may stand before it.
const typeHeading = /^\s*(?:Chassis\s+)?Slot\s+Type\s+State\b/i;
// Chassis switches of Comware 5 and 7: `Slot No. Brd Type  Brd Status  Software Version`.
const brdHeading = /^\s*Slot(?: No\.)?\s+Brd Type\s+Brd Status\b/i;
// Boxes of Comware 5: the state is the last word, the slot stands above.
const subHeading = /^\s*SubS(?:No|lot No\.?)\s+PortNum\b.*\bType\s+State$/i;

const stateWord = /^(?:Master|Standby|Slave|Normal|Absent|Fault|Offline|Off|Loading|Illegal|Powering-?on)$/i;

/** Slot, type (may hold blanks), state: the first word that is one of the known states. */
function boardOfRow(line: string, heading: string): Board | undefined {
  const words = line.trim().split(/\s+/);
  const slots = /^\s*Chassis\s+Slot/i.test(heading) ? 2 : 1;
  const at = words.findIndex((word, index) => index > slots && stateWord.test(word));
  // A lone digit before the state is a subslot in the wrong place, no part of a type.
  if (/^\d$/.test(words[at - 1] ?? '') && at > slots) return undefined;
  if (at < 0 || !words.slice(0, slots).every((word) => /^\d+(?:\/\d+)?$/.test(word))) return undefined;
  const model = words.slice(slots, at).join(' ');
  return {
    subject: words.slice(0, slots).join('/'),
    status: words[at] ?? '',
    model: /^NONE$/i.test(model) ? null : model,
  };
}

/** `0  28  REV.B  NULL  002  612  IVL  MAIN  Normal` */
function boardOfSub(line: string, label: string, heading: string): Board | undefined {
  const words = line.trim().split(/\s+/);
  const isWhole = words.length === heading.trim().split(/\s+/).length;
  const status = words.at(-1) ?? '';
  if (!isWhole || !/^\d+$/.test(words[0] ?? '') || !stateWord.test(status)) return undefined;
  return { subject: `${label === '' ? '0' : label}/${words[0]}`, status, model: words.at(-2) ?? null };
}

/** `display device`: boards and members with their state. */
export function parseDevice(text: string): Parsed {
  const isSub = cleanText(text).lines.some((line) => subHeading.test(line));
  const table = isSub
    ? readRows(text, {
        heading: subHeading,
        label: /^\s*Slot\s+(\d+)\s*(?::\s*)?$/i,
        row: boardOfSub,
      })
    : readRows(text, {
        heading: new RegExp(`${typeHeading.source}|${brdHeading.source}`, 'i'),
        row: (line, _label, heading) => boardOfRow(line, heading),
      });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, status, model }, line }): AnyReading => {
      return { kind: 'chassis', subject, values: values(model), status, line };
    }),
  };
}
