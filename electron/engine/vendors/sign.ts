/** What shows that a device of an unknown type is one of a platform's. */
export type Sign = {
  /** Netmiko's name for what it shows. */
  readonly deviceType: string;
  /** Where it counts: an answer's own words say more than a welcome text that anybody may have typed. */
  readonly seenIn: 'answer' | 'banner' | 'prompt';
  readonly line: RegExp;
  /** From 0 to 1. */
  readonly confidence: number;
};

/** Words of its own: in an answer nearly sure, in a welcome text less so. */
export const ownWords = (deviceType: string, line: RegExp): readonly Sign[] => [
  { deviceType, seenIn: 'answer', line, confidence: 0.95 },
  { deviceType, seenIn: 'banner', line, confidence: 0.8 },
];

/** The sentence by which it refuses a command. */
export const ownRefusal = (deviceType: string, line: RegExp): Sign => ({
  ...{ deviceType, line },
  seenIn: 'answer',
  confidence: 0.6,
});

/** A prompt that others hardly have. */
export const ownPrompt = (deviceType: string, line: RegExp): Sign => ({
  ...{ deviceType, line },
  seenIn: 'prompt',
  confidence: 0.4,
});
