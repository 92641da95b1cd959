import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine, readField } from '../../text/table';

// Release 7 tells who manages the device from who only uses the network; release 5 has one kind.
const start = /^\s*(?:(Device management|Network access) user|The contents of local user)\s+(\S+):$/i;
const total = /^\s*Total (\d+) local[- ]users?(?:\(s\))? matched\.?$/i;

type User = { readonly name: string; readonly isNetwork: boolean; readonly line: string; hasState: boolean };

/** `display local-user`: a block for each account, and their number above or below them. */
export function parseLocalUser(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const users: User[] = [];
  let count: string | undefined;
  for (const line of answer.lines) {
    const [whole, kind = '', name = ''] = start.exec(line) ?? [];
    const sum = total.exec(line)?.[1];
    if (whole !== undefined) {
      users.push({ name, isNetwork: /^Network/i.test(kind), line: line.trim(), hasState: false });
    } else if (sum !== undefined) count = sum;
    else if (/^State$/i.test(readField(line, ':')?.label ?? '')) {
      const user = users.at(-1);
      if (user !== undefined) user.hasState = true;
    }
  }
  const bare = users.find(({ hasState }) => !hasState);
  const isShort = count !== undefined && Number(count) > users.length;
  if (isShort || (bare !== undefined && bare === users.at(-1))) {
    return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  }
  const isStrange = bare !== undefined || (count !== undefined && Number(count) !== users.length);
  const own = users.filter(({ isNetwork }) => !isNetwork);
  if (isStrange || own.length === 0) {
    return { kind: 'unreadable', reason: 'not-understood', line: bare?.line ?? answer.lines[0]?.trim() ?? '' };
  }
  return {
    kind: 'readings',
    readings: own.map(({ name, line }) => ({ kind: 'user', subject: name, values: { name }, status: null, line })),
  };
}
