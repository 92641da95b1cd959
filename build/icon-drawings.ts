/** The drawings of the product: the app icon and the tray's four states. SVG text, nothing else. */

export type TrayState = 'idle' | 'running' | 'warn' | 'fail';
/** `light` is drawn for light panels, `dark` for dark ones. */
export type Shade = 'light' | 'dark';

export const trayStates: readonly TrayState[] = ['idle', 'running', 'warn', 'fail'];
export const shades: readonly Shade[] = ['light', 'dark'];

/** A rack of three units whose check tick runs out of its lower corner. Drawn on 512 by 512. */
export function appIcon(): string {
  const unit = (y: number, light: string): string => `
    <rect x="104" y="${y}" width="304" height="76" rx="18" fill="url(#unit)"/>
    <circle cx="146" cy="${y + 38}" r="13" fill="${light}"/>
    <circle cx="186" cy="${y + 38}" r="13" fill="#9fb7c6"/>
    <rect x="236" y="${y + 28}" width="136" height="7" rx="3.5" fill="#b9cbd7"/>
    <rect x="236" y="${y + 43}" width="136" height="7" rx="3.5" fill="#b9cbd7"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#1f5f8b"/><stop offset="1" stop-color="#123a5a"/>
    </linearGradient>
    <linearGradient id="unit" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#f7fafc"/><stop offset="1" stop-color="#dfe8ee"/>
    </linearGradient>
    <mask id="gap"><rect width="512" height="512" fill="#fff"/><circle cx="366" cy="366" r="110" fill="#000"/></mask>
  </defs>
  <rect x="24" y="24" width="464" height="464" rx="104" fill="url(#ground)"/>
  <g mask="url(#gap)">${unit(112, '#27ae60')}${unit(206, '#27ae60')}${unit(300, '#27ae60')}</g>
  <circle cx="366" cy="366" r="90" fill="#27ae60"/>
  <path d="M324 369 L354 400 L410 337" fill="none" stroke="#fff" stroke-width="25" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
}

/** The same for 32 pixels and below: two units, no fine lines. Drawn on 32 by 32. */
export function smallAppIcon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <defs><mask id="gap"><rect width="32" height="32" fill="#fff"/><circle cx="22.5" cy="22.5" r="8" fill="#000"/></mask></defs>
  <rect x="1" y="1" width="30" height="30" rx="7" fill="#1a5078"/>
  <g mask="url(#gap)">
    <rect x="5" y="6" width="22" height="8" rx="2" fill="#f1f5f8"/><rect x="8" y="9" width="3" height="2" fill="#27ae60"/>
    <rect x="5" y="16" width="22" height="8" rx="2" fill="#f1f5f8"/><rect x="8" y="19" width="3" height="2" fill="#27ae60"/>
  </g>
  <circle cx="22.5" cy="22.5" r="6.8" fill="#27ae60"/>
  <path d="M19.4 22.7 L21.7 25 L25.8 20.3" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
}

/** A badge lies in the lower right corner; the rack keeps a gap around it. All on a grid of 16. */
const badges: Readonly<Record<TrayState, (shade: Shade) => { readonly gap: string; readonly mark: string }>> = {
  // A bare tick: nothing asks for attention.
  idle: (shade) => ({
    gap: '<rect x="6.5" y="7.5" width="9.5" height="8.5" fill="#000"/>',
    mark: `<path d="M8.2 11.6 L10.7 14.1 L15 8.9" fill="none" stroke="${shade === 'light' ? '#1a8a4a' : '#4ad483'}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  }),
  // A disc with a play sign.
  running: (shade) => ({
    gap: '<circle cx="11.5" cy="11.5" r="5.4" fill="#000"/>',
    mark: `<circle cx="11.5" cy="11.5" r="4.4" fill="${shade === 'light' ? '#1668c4' : '#4aa3ff'}"/>
      <path d="M10.2 9.2 L14 11.5 L10.2 13.8 Z" fill="${paper(shade)}"/>`,
  }),
  // A triangle with a bar.
  warn: (shade) => ({
    gap: '<path d="M11.5 6 L16.2 15.6 L6.8 15.6 Z" fill="#000" stroke="#000" stroke-width="3" stroke-linejoin="round"/>',
    mark: `<path d="M11.5 7.2 L15.3 14.8 L7.7 14.8 Z" fill="${amber(shade)}" stroke="${amber(shade)}" stroke-width="1.4" stroke-linejoin="round"/>
      <rect x="11" y="9.5" width="1" height="3" fill="${paper(shade)}"/><rect x="11" y="13.3" width="1" height="1.2" fill="${paper(shade)}"/>`,
  }),
  // A square with a cross.
  fail: (shade) => ({
    gap: '<rect x="6" y="6" width="10" height="10" rx="2" fill="#000"/>',
    mark: `<rect x="7" y="7" width="9" height="9" rx="1.6" fill="${shade === 'light' ? '#cf222e' : '#ff5c5c'}"/>
      <path d="M9.5 9.5 L13.5 13.5 M13.5 9.5 L9.5 13.5" stroke="${paper(shade)}" stroke-width="1.5" stroke-linecap="round"/>`,
  }),
};

/** The tray's icon for one state and one kind of panel. Drawn on 16 by 16, edges on whole pixels. */
export function trayIcon(state: TrayState, shade: Shade): string {
  const { gap, mark } = badges[state](shade);
  const unit = (y: number): string => `
    <rect x="0" y="${y}" width="16" height="5" rx="1" fill="${ink(shade)}"/>`;
  const holes = (y: number): string => `
    <rect x="2" y="${y + 2}" width="2" height="1" fill="#000"/><rect x="5" y="${y + 2}" width="1" height="1" fill="#000"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <mask id="gap"><rect width="16" height="16" fill="#fff"/>${holes(2)}${holes(8)}${gap}</mask>
  <g mask="url(#gap)">${unit(2)}${unit(8)}</g>
  ${mark}
</svg>`;
}

/** Colour of the rack: dark on light panels, light on dark ones. */
function ink(shade: Shade): string {
  return shade === 'light' ? '#2f3b47' : '#eef2f5';
}

function amber(shade: Shade): string {
  return shade === 'light' ? '#d07c00' : '#ffb02e';
}

function paper(shade: Shade): string {
  return shade === 'light' ? '#ffffff' : '#14181c';
}
