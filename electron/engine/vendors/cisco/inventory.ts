import type { AnyReading } from '../../../../shared/model/reading';
import { unreadable, withBody } from '../dialects/ios/answer';

// `NAME: "Switch 1", DESCR: "…"`; parts of other makers come without quotes.
const nameLine = /^\s*NAME:\s*(?:"([^"]*)"|([^\s,]+(?:\s+[^\s,]+)*))\s*,\s*DESCR:\s*(?:"(.*)"|(\S+(?:\s+\S+)*)?)\s*$/i;
const idLine = /^\s*PID:\s*(?:([^\s,]+(?:\s+[^\s,]+)*)\s*)?,\s*VID:\s*(?:([^\s,]+(?:\s+[^\s,]+)*)\s*)?,\s*SN:\s*(.*)$/i;

/**
 * `show inventory` of IOS, NX-OS and ASA: every part with its model; the serial number stands in the quoted line.
 * Two lines a part; a part with only one of them makes the answer unreadable.
 */
export const parseInventory = withBody((lines) => {
  const readings: AnyReading[] = [];
  let open: { readonly name: string; readonly description: string } | undefined;
  for (const line of lines) {
    const name = nameLine.exec(line);
    const id = idLine.exec(line);
    if (name !== null) {
      if (open !== undefined) return unreadable('not-understood', line);
      open = { name: name[1] ?? name[2] ?? '', description: name[3] ?? name[4] ?? '' };
    } else if (id !== null && open !== undefined) {
      const [, model = '', version = ''] = id;
      const values = { name: open.name, model: model || null, release: version || null, description: open.description };
      readings.push({
        kind: 'system',
        subject: open.name,
        values: { ...values, contact: null, location: null },
        status: null,
        line: line.trim(),
      });
      open = undefined;
    } else if (/^\s*(?:NAME|PID):/i.test(line)) {
      return unreadable('not-understood', line);
    }
  }
  if (open !== undefined) return unreadable('cut', lines.at(-1));
  return readings.length > 0 ? { kind: 'readings', readings } : unreadable('not-understood', lines[0]);
});
