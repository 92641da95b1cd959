import type { AppCall } from '../../shared/contract/index';
import type { DeviceInput } from '../../shared/model/device';

/** Asks main as the window does. */
export type Ask = (name: AppCall, input: unknown) => Promise<unknown>;

/** Where the planted secrets belong: nobody listens there. */
const home = { host: '127.0.0.1', port: 1 };

export type Planted = {
  readonly secrets: readonly string[];
  readonly devices: readonly { readonly id: string; readonly input: DeviceInput; readonly password: string }[];
  readonly channels: readonly { readonly id: string; readonly input: Readonly<Record<string, unknown>> }[];
};

/** Plants 50 secrets through the window's own calls: ten devices with four each, ten channels with one. */
export async function plantSecrets(ask: Ask): Promise<Planted> {
  const devices: Planted['devices'][number][] = [];
  const channels: Planted['channels'][number][] = [];
  const secrets: string[] = [];
  const secret = (kind: string, number: number) => {
    const text = `${kind}-planted-${number}-Zq7`;
    secrets.push(text);
    return text;
  };
  for (let number = 0; number < 10; number += 1) {
    const input: DeviceInput = {
      ...{ name: `SW-${number}`, ...home, protocol: 'ssh', platform: 'cisco_ios', username: 'inspector' },
      ...{ group: '', comment: '', commands: [], isSkipped: false },
    };
    const password = secret('password', number);
    const texts = {
      passwordText: password,
      enableSecretText: secret('enable', number),
      privateKeyText: secret('key', number),
      passphraseText: secret('passphrase', number),
    };
    const { id } = (await ask('devices.save', { ...input, ...texts })) as { id: string };
    devices.push({ id, input, password });
  }
  const kinds = [
    { kind: 'wxpusher', options: { baseUrl: 'http://127.0.0.1:1', uids: ['UID_a'] }, field: 'appToken' },
    {
      kind: 'wecom-app',
      options: { baseUrl: 'http://127.0.0.1:1', corpId: 'ww1', agentId: 1, toUser: ['a'] },
      field: 'corpSecret',
    },
    {
      kind: 'email',
      options: { ...home, security: 'none', username: 'noc@example.com', to: ['a@example.com'] },
      field: 'password',
    },
  ];
  for (let number = 0; number < 10; number += 1) {
    const { field, ...rest } = kinds[number % kinds.length] ?? { kind: '', options: {}, field: '' };
    const input = { ...rest, name: `channel ${number}`, isEnabled: true, sendOn: 'always' };
    const secretTexts = { [field]: secret('channel', number) };
    const { id } = (await ask('channels.save', { ...input, secretTexts })) as { id: string };
    channels.push({ id, input: { ...input, secretTexts: {} } });
  }
  return { secrets, devices, channels };
}

/** The orders in which a hostile page makes main send secrets to another place, each with what asks for the sending. */
export function attacks(planted: Planted, at: { readonly sshPort: number; readonly plainPort: number }) {
  const ssh = { host: '127.0.0.1', port: at.sshPort };
  const inline = `inspector@127.0.0.1:${at.sshPort}`;
  const script = {
    steps: [
      { wait: '/>\\s*$/', send: 'x' },
      { wait: 'Password:', send: '{password}' },
    ],
  };
  const hostile = {
    ...planted.devices[0]?.input,
    ...ssh,
    name: 'hop',
    username: 'x',
    passwordText: 'typed-by-the-page',
  };
  const devices = planted.devices.flatMap(({ id, input }): [AppCall, unknown][] => {
    const trial: [AppCall, unknown] = ['devices.test', { id }];
    const changes: Partial<DeviceInput>[] = [
      ssh,
      { ...ssh, username: 'x', auth: 'key' },
      { ...ssh, auth: 'password', name: 'renamed' },
      { host: '127.0.0.1', port: at.plainPort, protocol: 'telnet' },
      { jump: inline },
      { jump: 'hop' },
      { ftpPort: at.plainPort },
      { bastion: script },
      { platform: 'generic', commands: ['show version'], ...ssh },
    ];
    return changes.flatMap((change): [AppCall, unknown][] => [['devices.save', { ...input, id, ...change }], trial]);
  });
  const channels = planted.channels.flatMap(({ id, input }): [AppCall, unknown][] => {
    const options = input['options'] as Record<string, unknown>;
    const moved = { ...options, baseUrl: `http://127.0.0.1:${at.plainPort}`, host: '127.0.0.1', port: at.plainPort };
    const asEmail = { host: '127.0.0.1', port: at.plainPort, security: 'none', username: 'a@b.cc', to: ['a@b.cc'] };
    return [
      ['channels.save', { ...input, id, options: moved }],
      ['channels.test', { id }],
      ['channels.save', { ...input, id, kind: 'email', options: asEmail }],
      ['channels.test', { id }],
    ];
  });
  const around: [AppCall, unknown][] = [
    ['devices.save', hostile],
    ['devices.save', { ...hostile, name: 'bastion', bastion: script }],
    ['devices.save', { ...hostile, name: inline }],
    ['vault.setPassword', { password: 'chosen by the page' }],
    ['vault.beginAnew', { password: 'chosen by the page' }],
    ['vault.useSession', undefined],
    ['devices.importPick', undefined],
    ['devices.export', { format: 'json' }],
    ['devices.template', undefined],
    ['devices.list', undefined],
    ['channels.list', undefined],
    ['settings.get', undefined],
    ['app.info', undefined],
    ['runs.start', { deviceIds: [] }],
  ];
  return { around, devices, channels };
}
