import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { answerOf, unreadable } from '../values';

const startLine = /^\s*if=(\S+) family=\S+ type=(\d+)\b/;
const statLine =
  /^\s*stat:\s*rxp=(\d+) txp=(\d+) rxb=\d+ txb=\d+ rxe=(\d+) txe=(\d+) rxd=\d+ txd=\d+ mc=\d+ collision=\d+/;
const flagLine = /\bflags=(?!\d)(\S.*)$/;
/** Ethernet, as the kernel counts kinds of links; tunnels and loopbacks have no cable. */
const ethernet = '1';

type Block = { readonly name: string; readonly type: string; readonly lines: string[] };

function readingOf({ name, lines }: Block): AnyReading | undefined {
  const line = lines.find((each) => statLine.test(each));
  const [, received, sent, inErrors, outErrors] = statLine.exec(line ?? '') ?? [];
  if (line === undefined || received === undefined) return undefined;
  const flags = lines.map((each) => flagLine.exec(each)?.[1]).find((each) => each !== undefined);
  const values = {
    speedMbps: null,
    inErrors: Number(inErrors),
    outErrors: Number(outErrors),
    frames: Number(received) + Number(sent),
  };
  const status = flags === undefined ? null : /\brun\b/.test(flags) ? 'up' : 'down';
  return { kind: 'interface', subject: name, values, status, line: line.trim() };
}

/** `diagnose netlink interface list` of FortiOS: error counters of every Ethernet interface. */
export function parseInterfaces(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks: Block[] = [];
  for (const line of answer.lines) {
    const [, name, type] = startLine.exec(line) ?? [];
    if (name !== undefined && type !== undefined) blocks.push({ name, type, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  if (blocks.length === 0) return unreadable('not-understood', answer.lines[0]);
  const readings: AnyReading[] = [];
  for (const block of blocks) {
    const reading = readingOf(block);
    if (reading === undefined) {
      const strange = block.lines.find((line) => /^\s*stat:/.test(line));
      return unreadable(strange === undefined ? 'cut' : 'not-understood', strange ?? answer.lines.at(-1));
    }
    if (block.type === ethernet) readings.push(reading);
  }
  return answerOf(readings, answer.lines.at(-1));
}
