import type { ReadingOf } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { isRuler } from '../../../text/table';
import { unreadable, withBody } from './answer';
import { offsetMinutes, stampOf } from './stamp';

type Clock = ReadingOf<'clock'>['values'];

function clock(subject: string, values: Clock, status: string | null, line: string): Parsed {
  return { kind: 'readings', readings: [{ kind: 'clock', subject, values, status, line: line.trim() }] };
}

const timeLine = /^\s*([*.]?)\d\d:\d\d:\d\d/;
// A year has four figures: whole although its line end may be missing.
const wholeTime = /^\s*[*.]?\d\d:\d\d:\d\d.* \d{4}$/;

function timeOf(lines: readonly string[]): Parsed {
  const line = lines.find((each) => timeLine.test(each));
  const stamp = stampOf(line ?? '');
  if (line === undefined || stamp === undefined) return unreadable('not-understood', line ?? lines[0]);
  const utcOffsetMinutes = offsetMinutes(stamp.zone);
  const epochSeconds = utcOffsetMinutes === null ? null : stamp.localSeconds - utcOffsetMinutes * 60;
  const isDoubtful = timeLine.exec(line)?.[1] !== '';
  const follows = lines.some((each) => /^\s*Time source is NTP\b/i.test(each));
  const synchronised = isDoubtful ? 0 : follows ? 1 : null;
  return clock('', { epochSeconds, utcOffsetMinutes, synchronised }, null, line);
}

/**
 * `show clock` of IOS and ASA. A star before the time: nobody vouches for it; a point: the server is lost; neither on
 * IOS: synchronised or set by hand, which `show ntp status` tells.
 */
export const parseClock = withBody(timeOf, wholeTime);

/** `show clock` of NX-OS, which names its source on the line behind. */
export const parseNxosClock = withBody(timeOf);

const ntpLine = /^\s*Clock is (synchronized|unsynchronized)\b/i;

/** Its own clock, to which a device that serves others is always synchronised. */
export const ownClock = /\breference is (?:127\.127\.\d+\.\d+|\.LOCL\.)/i;

/** `show ntp status`: whether the clock follows a server; a device without NTP says so, and does not. */
export const parseNtpStatus = withBody((lines) => {
  const off = lines.find((line) => /^\s*(?:%\s*)?NTP is not enabled\b/i.test(line));
  const none: Clock = { epochSeconds: null, utcOffsetMinutes: null, synchronised: 0 };
  if (off !== undefined) return clock('NTP', none, off.trim(), off);
  const line = lines.find((each) => ntpLine.test(each));
  const word = ntpLine.exec(line ?? '')?.[1];
  if (line === undefined || word === undefined) return unreadable('not-understood', lines[0]);
  const [own] = ownClock.exec(line) ?? [];
  const isFollowing = own === undefined && /^synchronized$/i.test(word);
  return clock('NTP', { ...none, synchronised: isFollowing ? 1 : 0 }, own ?? word, line);
});

/** `show ntp peer-status` of NX-OS: a star stands before the server that the clock follows. The first line counts the rows. */
export const parseNtpPeers = withBody((lines) => {
  const count = lines.find((line) => /^\s*Total peers\s*:\s*\d+$/i.test(line));
  if (count === undefined) return unreadable('not-understood', lines[0]);
  const ruler = lines.findIndex((line) => isRuler(line));
  if (ruler < 0) return unreadable('cut', lines.at(-1));
  const rows = lines.slice(ruler + 1);
  const strange = rows.find((line) => !/^[*+=-]?\s*\S+\s+\S+\s+\d+\s+\d+\s+\d+\s+[\d.]+/.test(line));
  if (strange !== undefined) return unreadable('not-understood', strange);
  if (rows.length < Number(/:\s*(\d+)/.exec(count)?.[1])) return unreadable('cut', lines.at(-1));
  // 127.127.1.0 is the device's own clock.
  const chosen = rows.find((line) => /^\*\s*(?!127\.127\.)\S/.test(line));
  const values: Clock = { epochSeconds: null, utcOffsetMinutes: null, synchronised: chosen === undefined ? 0 : 1 };
  return clock('NTP', values, null, chosen ?? count);
});
