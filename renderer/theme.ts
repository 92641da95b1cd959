import { theme as antdTheme, type ThemeConfig } from 'antd';
import type { Level } from '../shared/model/verdict';

export type Scheme = 'light' | 'dark';

/** Verdict colours as CSS variables; every use adds a shape and a word, since colour alone says nothing to some. */
export const levelColours: Readonly<Record<Level, string>> = {
  pass: 'var(--pass)',
  warn: 'var(--warn)',
  fail: 'var(--fail)',
  unknown: 'var(--unknown)',
  'n/a': 'var(--text-faint)',
};

/** Shapes of the verdicts in a box of 16: disc with tick, triangle, octagon with cross, diamond with question mark, bar. */
export const levelShapes: Readonly<Record<Level, { readonly outline: string; readonly mark: string }>> = {
  pass: { outline: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z', mark: 'M4.8 8.2 7 10.4l4.3-4.6' },
  warn: { outline: 'M8 1.2 15.4 14H.6Z', mark: 'M8 5.6v4M8 11.6v.5' },
  fail: { outline: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z', mark: 'm5.4 5.4 5.2 5.2m0-5.2-5.2 5.2' },
  unknown: {
    outline: 'M8 0 16 8 8 16 0 8Z',
    mark: 'M6.1 6.5a1.9 1.9 0 1 1 2.9 1.6c-.7.4-1 .7-1 1.3M8 11.6v.2',
  },
  'n/a': { outline: 'M2 6.8h12v2.4H2Z', mark: '' },
};

const palettes = {
  light: {
    colorPrimary: '#1d5f97',
    colorText: '#1b2430',
    colorTextSecondary: '#55606e',
    colorTextTertiary: '#5c6775',
    colorTextPlaceholder: '#6b7683',
    colorBgLayout: '#f3f5f7',
    colorBgContainer: '#ffffff',
    colorBorder: '#c9d0d8',
    colorBorderSecondary: '#e1e5ea',
    colorError: '#bb2d28',
    colorWarning: '#9a5b00',
    colorSuccess: '#1f7a4a',
    colorWarningBg: '#fcf1dc',
    colorWarningBorder: '#e8cf9f',
    colorInfo: '#1d5f97',
    colorInfoBg: '#eaf1f8',
    colorInfoBorder: '#c5d9ea',
    colorLink: '#1d5f97',
  },
  dark: {
    colorPrimary: '#3d86c2',
    colorText: '#e3e8ee',
    colorTextSecondary: '#a7b2be',
    colorTextTertiary: '#94a1ae',
    colorTextPlaceholder: '#84919f',
    colorBgLayout: '#12171d',
    colorBgContainer: '#1a2129',
    colorBgElevated: '#202932',
    colorBorder: '#3d4a58',
    colorBorderSecondary: '#2b3540',
    colorError: '#e5716b',
    colorWarning: '#d2973a',
    colorSuccess: '#4fae7a',
    colorWarningBg: '#382c15',
    colorWarningBorder: '#5c4a25',
    colorInfo: '#3d86c2',
    colorInfoBg: '#1b2a38',
    colorInfoBorder: '#2c455c',
    colorLink: '#5aa2dd',
  },
} as const;

/** antd darkens seeds on a dark ground; as words they would be too dim to read. */
const darkWords = {
  error: { colorError: '#f1827c', colorWarning: '#e2a541' },
  button: { colorError: '#f1827c', colorErrorHover: '#f6a29d', colorErrorActive: '#e5716b' },
};

/** antd's tokens: dense, square-ish, quiet. */
export function antdTokens(scheme: Scheme, isStill: boolean): ThemeConfig {
  const palette = palettes[scheme];
  const dark = scheme === 'dark';
  const words = dark ? darkWords : { error: {}, button: {} };
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      ...palette,
      fontFamily: 'var(--font)',
      fontFamilyCode: 'var(--mono)',
      fontSize: 13,
      borderRadius: 5,
      controlHeight: 30,
      wireframe: false,
      motion: !isStill,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
    },
    components: {
      Table: {
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 10,
        headerBg: dark ? '#1f2730' : '#f8f9fb',
        headerColor: palette.colorTextSecondary,
        headerSplitColor: 'transparent',
        rowHoverBg: dark ? '#202932' : '#f2f6fa',
        rowSelectedBg: dark ? '#1d3245' : '#e6eff7',
        rowSelectedHoverBg: dark ? '#223a50' : '#dde9f4',
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', ...words.button },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px', ...words.error },
      Tabs: {
        horizontalMargin: '0',
        titleFontSize: 13,
        itemSelectedColor: palette.colorLink,
        inkBarColor: palette.colorLink,
      },
      Radio: { colorPrimary: palette.colorLink },
      Pagination: { colorPrimary: palette.colorLink },
    },
  };
}
