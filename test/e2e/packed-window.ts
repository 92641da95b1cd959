import { execFile, execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A place in a window, pixels from its upper left corner. */
export type Place = { readonly x: number; readonly y: number };

export type PackedWindow = {
  click(place: Place): void;
  /** Presses keys (by their X names), types a text of ASCII letters over what they lead to, then Enter; nothing in a window that has gone. */
  enter(keys: readonly string[], text: string): void;
};

type PackedEnd = { readonly code: number | null; readonly signal: string | null; readonly said: string };

/**
 * The packed program as its user has it. It takes no debugger and no driver: it is seen on the screen and moved by mouse
 * and keyboard.
 */
export type PackedApp = {
  readonly ended: Promise<PackedEnd>;
  /** The window of that title as soon as it is drawn; undefined when there is none within the limit. */
  windowNamed(title: string, limitMs?: number): Promise<PackedWindow | undefined>;
  /** Whether no window has that title any more, at the latest when the limit is over. */
  isGone(title: string, limitMs?: number): Promise<boolean>;
  /** Addresses that it listens on by TCP, in the kernel's writing. */
  listening(): readonly string[];
  end(signal: NodeJS.Signals): Promise<PackedEnd>;
};

const execute = promisify(execFile);
const xdotool = (...words: readonly string[]): unknown => execFileSync('xdotool', words);

/** Starts a packed program without the system's key store. */
export function startPacked(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): PackedApp {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...asRoot, ...words], {
    env: { ...process.env, XUNJIAN_KEY_STORE: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<PackedEnd>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve({ code, signal, said }));
  });
  /** Id of a drawn window; with `--sync` it is waited for. Empty also when any other window goes while xdotool looks. */
  const search = async (title: string, words: readonly string[], limitMs: number): Promise<string> => {
    const wanted = ['search', ...words, '--all', '--onlyvisible', '--pid', String(child.pid), '--name', `^${title}$`];
    const { stdout } = await execute('xdotool', wanted, { timeout: Math.ceil(limitMs) }).catch(() => ({ stdout: '' }));
    return stdout.split('\n')[0] ?? '';
  };
  return {
    ended,
    async windowNamed(title, limitMs = 30_000) {
      const endsAt = performance.now() + limitMs;
      for (let left = limitMs; left > 0; left = endsAt - performance.now()) {
        const id = await search(title, ['--sync'], left);
        if (id !== '') return windowOf(id);
      }
      return undefined;
    },
    async isGone(title, limitMs = 3000) {
      const endsAt = performance.now() + limitMs;
      // Twice in a row: a search that meets another window's end finds nothing either.
      for (let timesGone = 0; timesGone < 2;) {
        timesGone = (await search(title, [], limitMs)) === '' ? timesGone + 1 : 0;
        if (performance.now() > endsAt) return false;
      }
      return true;
    },
    listening: () => listeningOf(program),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

function windowOf(id: string): PackedWindow {
  return {
    click({ x, y }) {
      xdotool('mousemove', '--window', id, String(Math.round(x)), String(Math.round(y)), 'click', '1');
    },
    enter(keys, text) {
      try {
        xdotool('windowfocus', '--sync', id);
      } catch {
        // The window has gone meanwhile. Whoever waits for something looks again.
        return;
      }
      xdotool('key', ...keys, 'ctrl+a');
      xdotool('type', '--delay', '20', text);
      xdotool('key', 'Return');
    },
  };
}

/** Addresses on which a program, or one that lies beside it, listens by TCP. */
export function listeningOf(program: string): readonly string[] {
  const sockets = new Set(processesIn(dirname(program)).flatMap(socketsOf));
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === listens && sockets.has(inode ?? ''))
      .map(([, address = '']) => address),
  );
}

/** TCP_LISTEN in the kernel's include/net/tcp_states.h. */
const listens = '0A';

function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && unlessGone(() => readlinkSync(`/proc/${name}/exe`), '').startsWith(folder),
  );
}

function socketsOf(pid: string): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  const links = unlessGone(() => readdirSync(folder), []).map((name) =>
    unlessGone(() => readlinkSync(join(folder, name)), ''),
  );
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

/** What is read of a process, or `otherwise` when it has ended meanwhile or is a thread of the kernel. */
function unlessGone<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
