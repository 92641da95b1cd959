import type { Parsed } from '../platform';
import { accountsOf, servicesOf } from '../dialects/ios/access';
import { bodyOf, unreadable, withBody } from '../dialects/ios/answer';
import { isSetClock, stampOf } from '../dialects/ios/stamp';

function state(isSaved: boolean, line: string): Parsed {
  const values = {
    runningDirectory: null,
    certifyStatus: null,
    synchronised: isSaved ? 'SYNCHRONIZED' : 'NOT SYNCHRONIZED',
    flashBetweenCmms: null,
  };
  const subject = 'running-config';
  return { kind: 'readings', readings: [{ kind: 'config-state', subject, values, status: null, line: line.trim() }] };
}

const changed = /^! Last configuration change at (.+?)(?: by \S.*)?$/i;
const unchanged = /^! No configuration change since last restart/i;
const saved = /^! NVRAM config last updated at (.+?)(?: by \S.*)?$/i;

/**
 * `show running-config` of IOS, whose head tells when it was changed and when it was saved. Stamps of different zones,
 * or of a clock that was not set, cannot be compared; neither can a head without them.
 */
export function parseRunningConfig(text: string): Parsed {
  const body = bodyOf(text, /^end$/);
  if (body.kind === 'unreadable') return body;
  const { lines } = body;
  const start = lines.findIndex((line) => /^(?:Building configuration|Current configuration\s*:)/i.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  if (lines.at(-1)?.trim() !== 'end') return unreadable('cut', lines.at(-1));
  const saving = savedByHead(lines.slice(start, start + 12));
  const whole = lines.find((line) => /^Current configuration\s*:/i.test(line)) ?? lines[start] ?? '';
  const others = [...accountsOf(lines), ...servicesOf(lines, whole)];
  // Without stamps the rest is still read: what is missing becomes a finding of its own.
  if (saving.kind === 'unreadable' && saving.reason === 'no-row' && others.length > 0) {
    return { kind: 'readings', readings: others };
  }
  return saving.kind === 'readings' ? { kind: 'readings', readings: [...saving.readings, ...others] } : saving;
}

function savedByHead(head: readonly string[]): Parsed {
  const still = head.find((line) => unchanged.test(line));
  if (still !== undefined) return state(true, still);
  const change = head.find((line) => changed.test(line));
  const save = head.find((line) => saved.test(line));
  if (change === undefined) return unreadable('no-row', head[0]);
  const changedAt = stampOf(changed.exec(change)?.[1] ?? '');
  if (changedAt === undefined) return unreadable('not-understood', change);
  if (save === undefined) return isSetClock(changedAt) ? state(false, change) : unreadable('no-row', change);
  const savedAt = stampOf(saved.exec(save)?.[1] ?? '');
  if (savedAt === undefined) return unreadable('not-understood', save);
  if (savedAt.zone !== changedAt.zone || !isSetClock(savedAt) || !isSetClock(changedAt)) {
    return unreadable('not-understood', change);
  }
  return savedAt.localSeconds >= changedAt.localSeconds ? state(true, save) : state(false, change);
}

/** `show archive config differences nvram:startup-config system:running-config` of IOS. */
export const parseArchiveDifferences = withBody((lines) => {
  const none = lines.find((line) => /^!\s*No changes were found/i.test(line));
  if (none !== undefined) return state(true, none);
  const title = lines.findIndex((line) => /^!?\s*Contextual Config Diffs:/i.test(line));
  if (title < 0) return unreadable('not-understood', lines[0]);
  const change = lines.slice(title + 1).find((line) => /^\s*[+-]/.test(line));
  return change === undefined ? unreadable('no-row', lines.at(-1)) : state(false, change);
});

const nxosChanged = /^!Running configuration last done at:\s*(.+)$/i;
const nxosUnchanged = /^!No configuration change since last restart/i;
const nxosSaved = /^!Startup config saved at:\s*(.+)$/i;

/** When the running configuration of NX-OS was changed, and when it was saved: one line each. */
export const parseNxosSaved = withBody((lines) => {
  const change = lines.find((line) => nxosChanged.test(line));
  const still = lines.find((line) => nxosUnchanged.test(line));
  const save = lines.find((line) => nxosSaved.test(line));
  if (change === undefined && still === undefined) return unreadable('not-understood', lines[0]);
  if (save === undefined) return unreadable('no-row', change ?? still);
  if (still !== undefined) return state(true, still);
  const changedAt = stampOf(nxosChanged.exec(change ?? '')?.[1] ?? '');
  const savedAt = stampOf(nxosSaved.exec(save)?.[1] ?? '');
  if (changedAt === undefined || savedAt === undefined) return unreadable('not-understood', change);
  if (!isSetClock(changedAt) || !isSetClock(savedAt)) return unreadable('not-understood', change);
  return savedAt.localSeconds >= changedAt.localSeconds ? state(true, save) : state(false, change ?? '');
});

/** `show running-config diff` of NX-OS: a difference proves that it is not saved; no answer proves nothing. */
export const parseNxosDiff = withBody((lines) => {
  const isDiff = lines.some((line) => /^\*{3}\s*Startup-config/i.test(line));
  const change = lines.find((line) => /^[-+!] {1,2}\S/.test(line));
  if (!isDiff) return unreadable('not-understood', lines[0]);
  return change === undefined ? unreadable('no-row', lines.at(-1)) : state(false, change);
});
