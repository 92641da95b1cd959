import { execFile } from 'node:child_process';

/** Below the second within which a key store has to answer. */
const budgetMs = 800;

const service = 'org.freedesktop.secrets';
/** The collection new secrets go to (Secret Service API 0.2, section 13). */
const collection = '/org/freedesktop/secrets/aliases/default';
const get = 'org.freedesktop.DBus.Properties.Get';
const property = ['org.freedesktop.Secret.Collection', 'Locked'] as const;

/**
 * True when the session's secret service says that its default collection is not locked. Asks by the D-Bus tools that
 * desktops bring, side by side; a machine with neither has no key store for us.
 *
 * @param env where the tools and the session's bus are found
 */
export async function isKeyringUnlocked(env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const answers = await Promise.all([
    ask(env, 'dbus-send', [
      ...['--session', '--print-reply=literal', `--reply-timeout=${budgetMs}`, `--dest=${service}`, collection, get],
      ...property.map((part) => `string:${part}`),
    ]),
    ask(env, 'gdbus', [
      ...['call', '--session', `--dest=${service}`, `--object-path=${collection}`, `--method=${get}`],
      ...property,
    ]),
  ]);
  return answers.includes(false) && !answers.includes(true);
}

/** What the service says of `Locked`; undefined when it or the tool does not answer. */
function ask(env: NodeJS.ProcessEnv, tool: string, parameters: readonly string[]): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    execFile(tool, parameters, { env, timeout: budgetMs, encoding: 'utf8' }, (failure, answer) => {
      const word = failure === null ? /\b(true|false)\b/.exec(answer)?.[1] : undefined;
      resolve(word === undefined ? undefined : word === 'true');
    });
  });
}
