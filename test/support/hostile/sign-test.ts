const known = new Map<string, (sign: string) => boolean>();

/** Whether a part of a pattern that stands for one sign takes it: asked of the language itself, each sign once. */
export function signTest(raw: string, flags: string): (sign: string) => boolean {
  const own = flags.replace(/[gym]/g, '');
  const key = `${own} ${raw}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const pattern = new RegExp(`^(?:${raw})$`, own);
  const answers = new Map<string, boolean>();
  const takes = (sign: string): boolean => {
    const answer = answers.get(sign) ?? pattern.test(sign);
    answers.set(sign, answer);
    return answer;
  };
  known.set(key, takes);
  return takes;
}
