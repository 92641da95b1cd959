const seconds: Readonly<Record<string, number>> = {
  year: 31_536_000,
  week: 604_800,
  day: 86_400,
  hour: 3600,
  hr: 3600,
  minute: 60,
  min: 60,
  second: 1,
  sec: 1,
};

/** `2 years, 31 weeks, 6 days, 55 minutes`, `41 days 19 hours`, `123 day(s), 5 hour(s)` in seconds; undefined for other words. */
export function durationSeconds(text: string): number | undefined {
  const parts = [
    ...text.matchAll(/(?<!\d)(\d+)\s+(year|week|day|hour|hr|minute|min|second|sec)(?:\(s\)|s)?(?![a-z])[,\s]*/gi),
  ];
  const isWhole = parts.length > 0 && parts.map(([part]) => part).join('') === text.trim();
  if (!isWhole) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (seconds[(unit ?? '').toLowerCase()] ?? 0), 0);
}
