/** What opens a door into the running program, or takes its walls down; each hands out every secret of an open vault. */
const refusedSwitches = [
  /^remote-debugging-/,
  /^remote-allow-origins$/,
  /^inspect(?:-|$)/,
  /^debug(?:-|$)/,
  /^js-flags$/,
  /^(?:require|import|loader|experimental-loader|r)$/,
  /-cmd-prefix$/,
  /^gpu-launcher$/,
  /^load-extension$/,
  /^auto-open-devtools-for-tabs$/,
  /^disable-web-security$/,
  /^ignore-certificate-errors/,
  /^log-net-log$/,
  /^(?:enable|disable)-blink-features$/,
];
const refusedOption = /(?:^|\s)(?:--?(?:inspect|debug|require|import|loader|experimental-loader)\b|-r\b)/;

/**
 * The first word of the command line, or the variable, that a program with secrets must not start under.
 *
 * @param argv without the program's own path
 */
export function refusedSwitch(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  // Chromium takes one dash or two, and on Windows a slash; what stands behind `--` it no longer reads as a switch.
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const found = words.find((word) => {
    const name = /^(?:--?|\/)([a-z][a-z-]*)(?:=|$)/i.exec(word)?.[1]?.toLowerCase();
    return name !== undefined && refusedSwitches.some((pattern) => pattern.test(name));
  });
  if (found !== undefined) return found.replace(/=.*$/s, '');
  return refusedOption.test(env['NODE_OPTIONS'] ?? '') ? 'NODE_OPTIONS' : undefined;
}
