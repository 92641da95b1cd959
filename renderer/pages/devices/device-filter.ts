import type { DeviceRow } from '../../../shared/contract/devices';
import type { Verdict } from '../../../shared/model/verdict';

/** What the list is narrowed to; empty texts and `all` narrow nothing. */
export type DeviceFilter = {
  readonly search: string;
  readonly verdict: Verdict | 'never' | 'all';
  /** Group name; undefined is all groups, empty is devices without one. */
  readonly group: string | undefined;
};

export const noFilter: DeviceFilter = { search: '', verdict: 'all', group: undefined };

/** The devices that match, in their order. Each word of the search must occur somewhere. */
export function filterDevices(devices: readonly DeviceRow[], filter: DeviceFilter): readonly DeviceRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return devices.filter((device) => {
    if (filter.group !== undefined && device.group !== filter.group) return false;
    if (filter.verdict === 'never' && device.last !== null) return false;
    if (filter.verdict !== 'all' && filter.verdict !== 'never' && device.last?.verdict !== filter.verdict) return false;
    const text = `${device.name}\n${device.host}\n${device.group}\n${device.comment}\n${device.platform}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The groups in use, sorted; the empty one last. */
export function groupsOf(devices: readonly DeviceRow[], locale: string): readonly string[] {
  const groups = [...new Set(devices.map((device) => device.group))];
  return groups.sort((one, other) => {
    if (one === '' || other === '') return one === '' ? 1 : -1;
    return one.localeCompare(other, locale, { numeric: true });
  });
}

/** Addresses in the order of their numbers; names after them, by letter. */
export function compareHosts(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
