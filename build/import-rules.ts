import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What may import what, once for lint and for the structure test. A rule applies to the files below `from`
 * (the longest match wins); `may` lists folders or files of the project, `packages` the libraries. `node:` stands
 * for Node's own modules.
 */
export type ImportRule = {
  readonly from: string;
  readonly may: readonly string[];
  readonly packages: readonly string[];
};

/** A member of a family: its base files and text helpers, never a sibling, never Node. */
const family = (folder: string, base: readonly string[], packages: readonly string[] = []): ImportRule => ({
  from: `electron/engine/${folder}/`,
  may: [
    ...base.map((file) => `electron/engine/${file}`),
    'electron/engine/text/',
    'electron/engine/ports.ts',
    'shared/',
  ],
  packages: ['zod', ...packages],
});

/** A room of the engine: the rooms below it, text helpers and ports, never a room beside or above it. */
const room = (name: string, below: readonly string[], packages: readonly string[]): ImportRule => ({
  from: `electron/engine/${name}/`,
  may: [
    ...below.map((place) => `electron/engine/${place}`),
    'electron/engine/text/',
    'electron/engine/ports.ts',
    'shared/',
  ],
  packages,
});

/** The list of all members, which those read who go through a whole family. */
const registries = 'registries.generated.ts';
const engine = fileURLToPath(new URL('../electron/engine/', import.meta.url));
const inVendors = readdirSync(`${engine}vendors`, { withFileTypes: true });
/** What every vendor's folder may use beside its own files. */
const vendorBase = inVendors
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ name }) => `vendors/${name}`)
  .concat('session/traits.ts');
const vendors = inVendors.filter((entry) => entry.isDirectory() && entry.name !== 'dialects').map(({ name }) => name);

const engineLibraries = [
  'zod',
  'ssh2',
  'ssh2-sftp-client',
  '@noble/ciphers',
  'bcrypt-pbkdf',
  'basic-ftp',
  'nodemailer',
  'docx',
  'yazl',
  '@e965/xlsx',
  'croner',
  'p-queue',
  'electron-store',
  '@photostructure/sqlite',
  'fflate',
  'ky',
  'node:',
];

export const importRules: readonly ImportRule[] = [
  { from: 'shared/', may: ['shared/'], packages: ['zod'] },
  { from: 'electron/engine/', may: ['electron/engine/', 'shared/'], packages: engineLibraries },
  room('text', [], ['node:']),
  room('session', [], ['node:']),
  room('ssh', ['session/'], ['ssh2', 'ssh2-sftp-client', '@noble/ciphers', 'bcrypt-pbkdf', 'node:']),
  room('telnet', ['session/'], []),
  room('ftp', ['session/'], ['basic-ftp', 'node:']),
  room('command-line', ['session/'], ['node:']),
  room('judge', ['vendors/', 'checks/', 'command-line/', 'session/', registries], ['node:']),
  room('inventory', [registries], ['@e965/xlsx', 'fflate', 'zod', 'node:']),
  room('store', ['session/'], ['electron-store', '@photostructure/sqlite', 'zod', 'node:']),
  room('delivery', ['channels/', 'store/', 'clock-watch.ts', registries], ['node:']),
  room('workers', ['judge/', 'vendors/', 'reports/', 'delivery/', 'store/', 'session/', registries], ['node:']),
  room('access', ['session/', 'ssh/', 'telnet/', 'ftp/', 'command-line/'], ['node:']),
  family('vendors', vendorBase),
  family('vendors/dialects', [...vendorBase, 'vendors/dialects/']),
  ...vendors.map((name) => family(`vendors/${name}`, [...vendorBase, 'vendors/dialects/', `vendors/${name}/`])),
  family('checks', ['checks/check.ts']),
  family('channels', ['channels/channel.ts', 'channels/one-request.ts', 'channels/cut.ts']),
  family('reports', ['reports/'], ['docx', 'yazl', 'node:']),
  {
    from: 'electron/lab/',
    may: ['electron/lab/', 'shared/'],
    packages: ['ssh2', 'smtp-server', 'postal-mime', 'zod', 'node:'],
  },
  { from: 'electron/ipc/', may: ['electron/ipc/', 'electron/engine/', 'shared/'], packages: ['zod', 'node:'] },
  {
    from: 'electron/app/',
    may: [
      'electron/app/',
      'electron/engine/ports.ts',
      'electron/engine/store/vault.ts',
      'electron/line-log.ts',
      'shared/',
    ],
    packages: ['electron', 'electron-log', 'zod', 'node:'],
  },
  ...['electron/compose.ts', 'electron/compose/'].map((from) => ({
    from,
    may: ['electron/compose/', 'electron/engine/', 'electron/ipc/', 'electron/lab/', 'shared/'],
    packages: ['node:'],
  })),
  ...['node-ports', 'node-clock', 'node-http', 'node-mail', 'node-texts', 'line-log'].map((name) => ({
    from: `electron/${name}.ts`,
    may: ['electron/engine/', 'electron/line-log.ts', 'electron/node-clock.ts', 'shared/'],
    packages: ['nodemailer', 'undici', 'node:'],
  })),
  {
    from: 'electron/main.ts',
    may: [
      'electron/compose.ts',
      'electron/compose/first-parts.ts',
      'electron/node-clock.ts',
      'electron/node-http.ts',
      'electron/node-mail.ts',
      'electron/node-ports.ts',
      'electron/node-texts.ts',
      'electron/app/',
      'electron/engine/ssh/crypto/electron-crypto.ts',
      'shared/',
    ],
    packages: ['electron', 'electron-log', 'node:'],
  },
  { from: 'electron/worker.ts', may: ['electron/engine/workers/'], packages: ['node:'] },
  { from: 'electron/preload.ts', may: ['shared/'], packages: ['electron'] },
  ...['electron/headless.ts', 'electron/headless/'].map((from) => ({
    from,
    may: [
      'electron/compose/',
      'electron/node-clock.ts',
      'electron/node-http.ts',
      'electron/node-mail.ts',
      'electron/node-ports.ts',
      'electron/node-texts.ts',
      'electron/headless/',
      'electron/engine/',
      'shared/',
    ],
    packages: ['zod', 'node:'],
  })),
  { from: 'electron/lab.ts', may: ['electron/lab/', 'shared/'], packages: ['node:'] },
  {
    from: 'electron/bench.ts',
    may: ['electron/bench/', 'electron/lab/', 'electron/headless/', 'shared/'],
    packages: ['node:'],
  },
  { from: 'electron/bench/', may: ['electron/bench/', 'electron/lab/', 'shared/'], packages: ['ssh2', 'node:'] },
  {
    from: 'renderer/',
    may: ['renderer/', 'shared/'],
    packages: [
      'react',
      'react-dom',
      'antd',
      '@ant-design/icons',
      '@xterm/xterm',
      '@xterm/addon-fit',
      'docx-preview',
      'zod',
      'dayjs',
    ],
  },
];
