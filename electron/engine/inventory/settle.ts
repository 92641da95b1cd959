import { bastionText } from '../../../shared/model/bastion-text';
import type { Device, DeviceInput } from '../../../shared/model/device';
import type { ImportProblem, ImportRow } from '../../../shared/model/import';
import type { DeviceDraft } from './device-draft';

/** A draft joined with what is stored: what would be saved, and what that changes. */
export type SettledRow = {
  readonly input: DeviceInput;
  readonly effect: ImportRow['effect'];
  readonly problems: readonly ImportProblem[];
};

/**
 * Joins drafts with the stored devices of the same host, port and protocol, and finds rows that are in the file
 * twice. Of two such rows the first one that is not skipped counts.
 */
export function settle(drafts: readonly DeviceDraft[], existing: readonly Device[]): readonly SettledRow[] {
  const stored = new Map<string, Device>();
  for (const device of existing) if (!stored.has(endpoint(device))) stored.set(endpoint(device), device);
  const winners = new Map<string, DeviceDraft>();
  const usable = new Set(drafts.filter((draft) => !draft.problems.some(isError)));
  for (const draft of [...[...usable].filter(({ isSkipped }) => !isSkipped), ...usable]) {
    if (!winners.has(endpoint(draft))) winners.set(endpoint(draft), draft);
  }
  return drafts.map((draft) => {
    const winner = winners.get(endpoint(draft));
    const repeats = winner !== undefined && winner !== draft && usable.has(draft);
    return settleRow(draft, stored.get(endpoint(draft)), repeats ? [duplicate(draft)] : []);
  });
}

/** What makes two entries the same device. */
function endpoint(device: Pick<Device, 'host' | 'port' | 'protocol'>): string {
  return `${device.protocol}://${device.host.toLowerCase()}:${device.port}`;
}

/** Problems of severity `error` that concern the whole row; a command left out does not keep its device out. */
function isError(problem: ImportProblem): boolean {
  return problem.severity === 'error' && problem.code !== 'dangerous-command';
}

function duplicate({ sheet, row, host, port }: DeviceDraft): ImportProblem {
  return { severity: 'error', sheet, row, column: null, code: 'duplicate', found: `${host}:${port}` };
}

function settleRow(draft: DeviceDraft, stored: Device | undefined, found: readonly ImportProblem[]): SettledRow {
  const input = joined(draft, stored);
  const problems = [...draft.problems, ...found, ...credentialProblems(draft, input, stored)];
  return { input, effect: problems.some(isError) ? 'none' : effectOf(input, stored), problems };
}

function joined(draft: DeviceDraft, stored: Device | undefined): DeviceInput {
  return {
    id: stored?.id,
    name: draft.name ?? stored?.name ?? draft.host.slice(0, 128),
    host: draft.host,
    port: draft.port,
    protocol: draft.protocol,
    platform: draft.platform,
    username: draft.username ?? stored?.username ?? '',
    group: draft.group ?? stored?.group ?? '',
    comment: draft.comment ?? stored?.comment ?? '',
    commands: [...(draft.commands ?? stored?.commands ?? [])],
    isSkipped: draft.isSkipped ?? stored?.isSkipped ?? false,
    passwordText: draft.passwordText,
    enableSecretText: draft.enableSecretText,
    auth: draft.auth ?? stored?.auth,
    privateKeyText: draft.privateKeyText,
    passphraseText: draft.passphraseText,
    jump: draft.jump ?? stored?.jump,
    bastion: draft.bastion ?? stored?.bastion,
    ftpPort: draft.ftpPort ?? stored?.ftpPort,
  };
}

/** A device can be imported without credentials and filled in later, so these are warnings. */
function credentialProblems(draft: DeviceDraft, input: DeviceInput, stored: Device | undefined): ImportProblem[] {
  if (input.isSkipped || draft.problems.some(isError)) return [];
  const { sheet, row } = draft;
  const warn = (code: ImportProblem['code']): ImportProblem => ({
    severity: 'warning',
    sheet,
    row,
    column: null,
    code,
    found: '',
  });
  return [
    ...(input.username === '' ? [warn('no-username')] : []),
    ...(hasCredential(input, stored) ? [] : [warn('no-password')]),
  ];
}

/** Of a key or an agent no password is asked; which of them is there shows at the first log-in. */
function hasCredential({ auth, passwordText }: DeviceInput, stored: Device | undefined): boolean {
  return auth === 'key' || auth === 'agent' || passwordText !== undefined || stored?.password !== undefined;
}

const secretTexts = ['passwordText', 'enableSecretText', 'privateKeyText', 'passphraseText'] as const;

/** `none` when the device is stored exactly so; a password in the file cannot be compared and counts as a change. */
function effectOf(input: DeviceInput, stored: Device | undefined): ImportRow['effect'] {
  if (stored === undefined) return 'new';
  if (secretTexts.some((field) => input[field] !== undefined)) return 'update';
  const isSame =
    (
      ['name', 'host', 'platform', 'username', 'group', 'comment', 'isSkipped', 'auth', 'jump', 'ftpPort'] as const
    ).every((field) => input[field] === stored[field]) &&
    wayOf(input.bastion) === wayOf(stored.bastion) &&
    input.commands.join('\n') === stored.commands.join('\n');
  return isSame ? 'none' : 'update';
}

function wayOf(bastion: DeviceInput['bastion']): string {
  return bastion === undefined || bastion === null ? '' : bastionText(bastion);
}

/** True when no problem keeps the row out. */
export function isUsable(problems: readonly ImportProblem[]): boolean {
  return !problems.some(isError);
}
