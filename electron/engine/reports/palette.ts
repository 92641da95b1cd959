import type { Level } from '../../../shared/model/verdict';

/** Ink and paper of a level, six hex digits each. */
export type Shade = { readonly ink: string; readonly paper: string };

/**
 * Colours of the levels for paper: ink on its own paper has a contrast of 4.5 or more (WCAG 2.2, 1.4.3), and the five
 * papers stay apart when printed in grey. The word always stands beside the colour.
 */
export const shades: Readonly<Record<Level, Shade>> = {
  pass: { ink: '17663A', paper: 'E2F2E8' },
  warn: { ink: '7F4F00', paper: 'FFEFC9' },
  fail: { ink: 'A8201A', paper: 'FADFDC' },
  unknown: { ink: '3F4954', paper: 'DFE3E8' },
  'n/a': { ink: '616B76', paper: 'F3F5F7' },
};

/** Colours of everything that is no verdict. */
export const brand = {
  navy: '17365D',
  text: '1F2933',
  quiet: '5B6775',
  rule: 'C9D3DE',
  headPaper: 'E9EFF6',
  softPaper: 'F7F9FB',
} as const;
