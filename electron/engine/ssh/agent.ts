/** Where this machine's SSH agent listens; undefined when none runs. */
export function agentPlace(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const named = env['SSH_AUTH_SOCK'];
  if (named !== undefined && named !== '') return named;
  return platform === 'win32' ? '\\\\.\\pipe\\openssh-ssh-agent' : undefined;
}
