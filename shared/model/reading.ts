import * as z from 'zod';

/** What a reading is about. Numbers are in fixed units: °C, %, bytes, seconds, W, rpm, days. */
export const ReadingKind = z.enum([
  'system',
  'uptime',
  'cpu',
  'memory',
  'temperature',
  'fan',
  'power',
  'chassis',
  'software',
  'licence',
  'config-state',
  'flash',
  'clock',
  'interface',
  'optic',
  'log',
  'service',
  'user',
]);
export type ReadingKind = z.infer<typeof ReadingKind>;

type Num = number | null;
type Str = string | null;

/** The values of each kind. What the device does not say is null. */
export type ReadingValues = {
  system: { name: Str; model: Str; release: Str; description: Str; contact: Str; location: Str };
  uptime: { seconds: Num };
  /** `limitPercent` is the device's own threshold where it prints one. `hourMaximum` is history, never judged. */
  cpu: { percent: Num; minuteAverage: Num; hourAverage: Num; dayAverage: Num; hourMaximum: Num; limitPercent: Num };
  memory: { percent: Num; minuteAverage: Num; hourAverage: Num; dayAverage: Num; hourMaximum: Num; limitPercent: Num };
  temperature: { celsius: Num; dangerCelsius: Num; thresholdCelsius: Num; rangeLowCelsius: Num; rangeHighCelsius: Num };
  fan: { rpm: Num };
  power: { watts: Num };
  chassis: { model: Str; serial: Str; partNumber: Str; adminStatus: Str; role: Str; resets: Num };
  software: { package: Str; release: Str; sizeBytes: Num; directory: Str };
  /** `expiresEpochSeconds`: where the device prints a date instead of the days left. */
  licence: { name: Str; daysLeft: Num; permanent: Num; expiresEpochSeconds?: Num };
  'config-state': { runningDirectory: Str; certifyStatus: Str; synchronised: Str; flashBetweenCmms: Str };
  flash: { freeBytes: Num; totalBytes: Num };
  clock: { epochSeconds: Num; utcOffsetMinutes: Num; synchronised: Num };
  /** Counters since the device last cleared them; frames of both directions where it prints them. */
  interface: { speedMbps: Num; inErrors: Num; outErrors: Num; frames?: Num };
  /** The device's own limits where it prints them; `…Alarm…` is the wider pair, `…Warn…` the narrower. */
  optic: {
    celsius: Num;
    rxPowerDbm: Num;
    txPowerDbm: Num;
    rxAlarmLowDbm?: Num;
    rxAlarmHighDbm?: Num;
    rxWarnLowDbm?: Num;
    rxWarnHighDbm?: Num;
    txAlarmLowDbm?: Num;
    txAlarmHighDbm?: Num;
    txWarnLowDbm?: Num;
    txWarnHighDbm?: Num;
  };
  /** How many lines of one severity or meaning the log holds; the line quoted is the newest. */
  log: { count: Num };
  /** `enabled` 1 or 0; what is weak about a service stands in its name (`snmp-v2c`) or status. */
  service: { port: Num; enabled: Num };
  user: { name: Str };
};

/** What a device's own status word means, in our terms. `empty`: a bay without a part. `expired`: of a licence. */
export const PartState = z.enum(['good', 'attention', 'bad', 'expired', 'empty', 'no-input', 'unknown']);
export type PartState = z.infer<typeof PartState>;

/** What a member of a stack, cluster or pair does in it. */
export const MemberRole = z.enum(['active', 'standby', 'member']);
export type MemberRole = z.infer<typeof MemberRole>;

/** One fact from a device, as stored and reported. */
export const Reading = z.object({
  kind: ReadingKind,
  /** Which part: `1/CMMA`, `Slot 1/1`, a licence name; empty for the device as a whole. */
  subject: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
  /** The device's own status word, whole field, as printed. */
  status: z.string().nullable(),
  /** What that word means; null where there is none, and in readings of earlier releases. */
  state: PartState.nullable().default(null),
  /** Null for what is no member, and in readings of earlier releases. */
  role: MemberRole.nullable().default(null),
  command: z.string(),
  /** The line the fact was read from, as the device printed it. */
  line: z.string(),
});
export type Reading = z.infer<typeof Reading>;

/** A reading as a parser returns it, typed by its kind. */
export type ReadingOf<K extends ReadingKind> = {
  readonly kind: K;
  readonly subject: string;
  readonly values: ReadingValues[K];
  readonly status: string | null;
  readonly line: string;
};
/** A reading of any kind, as a parser returns it. */
export type AnyReading = { [K in ReadingKind]: ReadingOf<K> }[ReadingKind];

/** A reading as a check judges it: the vendor's vocabulary has said what its word means. */
export type StatedReading<K extends ReadingKind> = ReadingOf<K> & {
  readonly state: PartState | null;
  readonly role: MemberRole | null;
};
/** A reading of any kind, as a check judges it. */
export type AnyStated = { [K in ReadingKind]: StatedReading<K> }[ReadingKind];
