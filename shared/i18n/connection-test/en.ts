import type { connectionTest as source } from './zh-CN';

export const connectionTest: Record<keyof typeof source, string> = {
  'test.state.passed': 'passed',
  'test.state.broken': 'broken',
  'test.state.unreached': 'not reached',
  'test.state.n/a': 'not applicable',
  'test.cause': 'Cause: {{cause}}',
  'test.next': 'Next step: {{next}}',
  'test.way': 'The configuration comes by {{way}}.',
  'test.suggested':
    'Looks like "{{platform}}" (device_type {{deviceType}}, {{percent}}% sure): {{seenIn}} holds "{{line}}".',
  'test.seen.answer': 'the version answer',
  'test.seen.banner': 'the welcome text',
  'test.seen.prompt': 'the prompt',
  'test.next.tcp':
    'Ping the device from this machine and check address and port; then the firewalls on the way and the access lists of the device.',
  'test.next.banner':
    'Make sure that this port runs the chosen protocol (SSH or telnet); all sessions may be taken, so end the idle ones.',
  'test.next.kex': 'Check on the device that its SSH service has made its keys; upgrade software that is too old.',
  'test.next.host-key':
    'Compare the fingerprint with the device’s administrator; if the device was replaced, remove the old key and try again.',
  'test.next.auth':
    'Log in by hand once with this account; check user name, password and AAA. It may be locked, so do not keep trying.',
  'test.next.shell':
    'Check the level and the service types of the account, and how many VTY sessions the device allows.',
  'test.next.prompt':
    'Log in by hand and see whether the device stops at a menu, a question or a welcome text; settle that, then try again.',
  'test.next.privilege': 'Check the enable or super password, and the level that the account may have.',
  'test.next.pager':
    'Run one show command by hand and see whether it stops at a pager or a question; let this account turn the pager off.',
  'test.next.command': 'Run the same command by hand and see how the device answers.',
  'test.next.files':
    'Enable SFTP or SCP on the device, and make sure that the account may read or show the configuration.',
  'test.next.save': 'Check the free disk space of this machine and the rights of the data folder.',
};
