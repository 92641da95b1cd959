import type { Bastion, BastionPresetId, BastionStep } from './bastion';
import type { Protocol } from './device';

/** A bastion's way to a device, ready to be walked. */
export type BastionScript = {
  readonly steps: readonly BastionStep[];
  /** Typed at the bastion's own prompt to leave it; undefined just closes the connection. */
  readonly leave: string | undefined;
  readonly acceptsNewKeys: boolean;
  /** So many devices at the same time. */
  readonly sessions: number;
};

/** Few bastions let one account in much more often than this. */
const usualSessions = 5;

const userQuestion: BastionStep = {
  wait: String.raw`/(?:login|user ?name|用户名|账号|帐号)\s*[:：]\s*$/i`,
  send: '{user}',
  isOptional: true,
};
const passwordQuestion: BastionStep = {
  wait: String.raw`/(?:password|passwd|密码|口令)[^:：]{0,60}[:：]\s*$/i`,
  send: '{password}',
  isOptional: true,
};
const shellPrompt = String.raw`/[$#%>]\s*$/`;

const leaves: Readonly<Record<BastionPresetId, string | undefined>> = {
  jumpserver: 'q',
  menu: undefined,
  linux: 'exit',
};

const presets: Readonly<Record<BastionPresetId, (protocol: Protocol) => readonly BastionStep[]>> = {
  // KoKo asks once more when several assets match, and for the account when there are several.
  jumpserver: () => [
    { wait: 'Opt>', send: '{host}' },
    { wait: '[Host]>', send: '{host#}', isOptional: true },
    { wait: 'ID>', send: '{user#}', isOptional: true },
    userQuestion,
    passwordQuestion,
  ],
  menu: () => [
    {
      wait: String.raw`/(?:select|choose|enter|input|number|server|host|选择|输入|序号|编号)[^:：>]{0,80}[:：>]\s*$|^\s*[:：>]\s*$/i`,
      send: '{host#}',
    },
    {
      wait: String.raw`/(?:select|选择)[^:：>]{0,40}(?:account|账号|帐号)[^:：>]{0,40}[:：>]\s*$/i`,
      send: '{user#}',
      isOptional: true,
    },
    userQuestion,
    passwordQuestion,
  ],
  linux: (protocol) =>
    protocol === 'ssh'
      ? [{ wait: shellPrompt, send: 'ssh -p {port} {user}@{host}' }, passwordQuestion]
      : [{ wait: shellPrompt, send: 'telnet {host} {port}' }, userQuestion, passwordQuestion],
};

/** The steps to a device of that protocol. */
export function bastionScript(bastion: Bastion, protocol: Protocol): BastionScript {
  const { preset, steps, leave, acceptsNewKeys, sessions } = bastion;
  return {
    steps: preset === undefined ? (steps ?? []) : presets[preset](protocol),
    leave: leave ?? (preset === undefined ? undefined : leaves[preset]),
    acceptsNewKeys: acceptsNewKeys ?? false,
    sessions: sessions ?? usualSessions,
  };
}
