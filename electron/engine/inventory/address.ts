import { isIPv6 } from 'node:net';

/** What an address cell holds: something one can connect to, a place still to fill in, or a mistake. */
export type AddressVerdict =
  { readonly kind: 'good'; readonly host: string } | { readonly kind: 'placeholder' } | { readonly kind: 'bad' };

/** Judges a trimmed, non-empty address: IPv4, IPv6 (brackets allowed) or a host name. */
export function judgeAddress(text: string): AddressVerdict {
  const parts = text.split('.');
  if (isPlaceholder(text, parts)) return { kind: 'placeholder' };
  const unbracketed = /^\[(.+)\]$/.exec(text)?.[1] ?? text;
  if (unbracketed.includes(':') && isIPv6(unbracketed))
    return isUnicastV6(unbracketed) ? { kind: 'good', host: unbracketed } : { kind: 'bad' };
  if (/^[\d.]+$/.test(text)) return isUnicastV4(parts) ? { kind: 'good', host: text } : { kind: 'bad' };
  return isHostName(text, parts) ? { kind: 'good', host: text } : { kind: 'bad' };
}

/** `X.X.X.X`, `10.1.x.x`, `192.0.2.*`, `<address>`: left to be filled in. */
function isPlaceholder(text: string, parts: readonly string[]): boolean {
  const isGap = (part: string): boolean => /^([xX]{1,3}|\*{1,3}|\?{1,3}|_{1,3})$/.test(part);
  return (
    (parts.length === 4 && parts.some(isGap) && parts.every((part) => isGap(part) || /^\d{1,3}$/.test(part))) ||
    /^<.*>$/.test(text)
  );
}

/** Four numbers up to 255 without leading zeros (some systems read 010 as 8), not 0.x, multicast or broadcast. */
function isUnicastV4(parts: readonly string[]): boolean {
  const isWellFormed =
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  const first = Number(parts[0]);
  return isWellFormed && first > 0 && first < 224;
}

function isUnicastV6(text: string): boolean {
  return !/^ff/i.test(text) && !/^[0:]+$/.test(text);
}

/** RFC 1123 with the underscore that many internal names have. The last label is never all digits. */
function isHostName(text: string, parts: readonly string[]): boolean {
  const name = parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  return (
    text.length <= 253 &&
    name.length > 0 &&
    name.every((label) => /^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(label)) &&
    !/^\d+$/.test(name.at(-1) ?? '')
  );
}
