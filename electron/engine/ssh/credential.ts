import type { ErrorCode } from '../../../shared/errors';
import type { Target } from '../session/session';
import { agentPlace } from './agent';
import type { Credential } from './auth';
import { readPrivateKey } from './private-key';

/** What is logged in with, read and ready; a code when it is missing or cannot be read. */
export async function credentialOf(
  target: Target,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Promise<Credential | { readonly code: ErrorCode }> {
  const { username, password, auth = 'password' } = target;
  if (auth === 'agent') {
    const place = agentPlace(env, platform);
    return place === undefined ? { code: 'ssh.no-agent' } : { username, password, key: { type: 'agent', place } };
  }
  if (auth === 'key') {
    if (target.privateKey === undefined) return { code: 'device.no-credential' };
    const key = await readPrivateKey(target.privateKey, target.passphrase);
    return key === undefined ? { code: 'ssh.key-unreadable' } : { username, password, key: { type: 'key', key } };
  }
  return password === undefined ? { code: 'device.no-credential' } : { username, password, key: undefined };
}
