import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isKeyringUnlocked } from '../../../electron/app/keyring-probe';

/** A PATH with nothing but the given tools: scripts that answer as the real ones do. */
function pathWith(tools: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-keyring-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, line] of Object.entries(tools)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return { PATH: folder };
}

const unlocked = { 'dbus-send': `echo '   variant       boolean false'`, gdbus: `echo '(<false>,)'` };
const locked = { 'dbus-send': `echo '   variant       boolean true'`, gdbus: `echo '(<true>,)'` };
const refusing = { 'dbus-send': `echo 'Error org.freedesktop.DBus.Error.ServiceUnknown: false' >&2; exit 1` };

test.each([
  ['both tools say that it is not locked', unlocked, true],
  ['one tool is there and says so', { gdbus: unlocked.gdbus }, true],
  ['one tool fails and the other says so', { ...refusing, gdbus: unlocked.gdbus }, true],
  ['it is locked', locked, false],
  ['one tool says that it is locked', { 'dbus-send': locked['dbus-send'], gdbus: unlocked.gdbus }, false],
  ['no service answers', refusing, false],
  ['there is no tool', {}, false],
  ['the answer is not understood', { gdbus: `echo '(<uint32 7>,)'` }, false],
])('when %s', async (_name, tools, isUnlocked) => {
  expect(await isKeyringUnlocked(pathWith(tools))).toBe(isUnlocked);
});
