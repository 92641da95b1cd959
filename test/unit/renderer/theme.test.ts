import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('renderer/global.css', 'utf8');
const theme = readFileSync('renderer/theme.ts', 'utf8');
const schemes = {
  light: coloursIn(/:root \{([^}]*)\}/),
  dark: coloursIn(/:root\[data-theme='dark'\] \{([^}]*)\}/),
};

function coloursIn(block: RegExp): ReadonlyMap<string, string> {
  const [, body = ''] = block.exec(css) ?? [];
  return new Map([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance by WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('the measure knows black on white and grey on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

const pairs = [
  ...['text', 'text-soft', 'text-faint'].flatMap((word) =>
    ['background', 'surface', 'surface-low', 'primary-soft', 'row-hover'].map((ground) => [word, ground] as const),
  ),
  ...['pass', 'warn', 'fail', 'unknown'].flatMap((level) =>
    ['surface', `${level}-soft`].map((ground) => [level, ground] as const),
  ),
  ['nav-text', 'nav'] as const,
  ['primary', 'surface'] as const,
];

test.each(Object.entries(schemes))('words can be read on every ground of the %s scheme', (_, colours) => {
  const dim = pairs.flatMap(([word, ground]) => {
    const ratio = contrast(colours.get(word) ?? '', colours.get(ground) ?? '');
    return ratio >= 4.5 ? [] : [`${word} on ${ground}: ${ratio.toFixed(2)}`];
  });

  expect(dim).toEqual([]);
});

test.each(Object.entries(schemes))(
  'the components of the %s scheme take the faint words of the style sheet',
  (_, colours) => {
    expect(theme).toContain(`colorTextTertiary: '${colours.get('text-faint')}'`);
    expect(theme).toContain(`colorTextSecondary: '${colours.get('text-soft')}'`);
  },
);
