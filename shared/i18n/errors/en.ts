import type { errors as source } from './zh-CN';

export const errors: Record<keyof typeof source, string> = {
  'error.net.refused':
    '{{host}}:{{port}} refused the connection. Check that the device is up, the service is enabled and the port is right.',
  'error.net.timeout':
    '{{host}}:{{port}} did not answer within {{seconds}} s. Check the address, the route and any firewall.',
  'error.net.unreachable': "There is no route to {{host}}. Check this machine's network and the address.",
  'error.net.dns': 'The name {{host}} cannot be resolved. Check it, or use the IP address.',
  'error.net.closed':
    '{{host}}:{{port}} closed the connection before login. Its sessions may be full, or it limits who may connect.',
  'error.ssh.not-ssh': 'What answers at {{host}}:{{port}} is not SSH. Check port and protocol.',
  'error.ssh.no-common-algorithm': 'No SSH algorithm in common with {{host}} ({{detail}}).',
  'error.ssh.handshake':
    'The SSH handshake with {{host}} failed. Try again; if it fails again, check the SSH service on the device.',
  'error.ssh.banner-too-long':
    '{{host}} sent text without end before the login (a banner that never stops); disconnected, nothing was inspected. Check what listens on this address and port.',
  'error.ssh.questions-too-long':
    '{{host}} asked too many or too long questions at the login; disconnected, nothing was inspected. Log in by hand once to see what it asks.',
  'error.ssh.prime-too-large':
    '{{host}} offered a prime of more than 8192 bits for the key exchange; it was not accepted. Use a group of 2048 to 8192 bits on the device, or enable curve25519.',
  'error.ssh.host-key-changed':
    'The host key of {{host}} has changed: it was {{known}}, now it is {{offered}}. No password was sent. If the device was replaced, forget the old key in Settings and try again.',
  'error.ssh.host-key-new':
    'The host key {{offered}} of {{host}} is not yet trusted. Confirm it in Settings and try again, or use --accept-new-host-keys.',
  'error.ssh.auth-failed':
    'Login failed: {{host}} refused the credentials of user {{username}}. Check user name and password on the devices page.',
  'error.ssh.auth-timeout':
    '{{host}} did not finish the login within {{seconds}} s. Its authentication server may not be answering.',
  'error.ssh.no-shell':
    "{{host}} accepted the login but refused a command line. Check the account's rights or the device's session limit.",
  'error.ssh.lost': 'The connection to {{host}} was lost while working. Check the link and try again.',
  'error.ssh.key-unreadable':
    'The private key for {{host}} cannot be read: its format is not known, or the passphrase is wrong. Enter it again on the devices page.',
  'error.ssh.no-agent':
    'No SSH agent runs on this machine, so {{host}} was not logged in to. Start the agent and add the key, or choose another way to log in.',
  'error.ssh.jump-failed':
    '{{host}} cannot be reached through the jump host {{jump}}: its login failed, or it does not allow forwarding. Test the jump host by itself first.',
  'error.ssh.jump-unknown':
    'The jump host "{{jump}}" of {{host}} does not exist, or jump hosts point at each other. Check it on the devices page.',
  'error.bastion.no-step':
    'The bastion {{bastion}} did not show "{{wait}}" (step {{step}}) within {{seconds}} seconds; last on its screen: "{{screen}}". Its menu may have changed: check its steps on the devices page.',
  'error.bastion.refused':
    'The bastion {{bastion}} did not connect us to {{host}}; last on its screen: "{{screen}}". Check that the account of the bastion may use this device and that the bastion reaches it.',
  'error.bastion.not-listed':
    'The menu of the bastion {{bastion}} does not list "{{value}}"; last on its screen: "{{screen}}". Check that the account of the bastion may use this device, and the address.',
  'error.bastion.host-key-new':
    'The bastion {{bastion}} does not know the host key of {{host}} yet ({{offered}}). No password was sent. Log in from the bastion by hand once, or tick "Accept host keys of new devices" on the bastion.',
  'error.bastion.host-key-changed':
    'The host key of {{host}} is not the one that the bastion {{bastion}} remembers, so the bastion refused. No password was sent. If the device was replaced, remove the old entry (known_hosts) on the bastion.',
  'error.bastion.no-device':
    'No prompt of {{host}} came within {{seconds}} seconds after the bastion {{bastion}} was told to connect; last on its screen: "{{screen}}". Log in from the bastion by hand once and see where it stops.',
  'error.bastion.unsafe-value':
    'The address or user name of {{host}} holds a blank, a quote or another character that cannot be typed safely on the bastion, so it was not. Correct it on the devices page.',
  'error.bastion.chained':
    '{{host}} cannot be reached through {{jump}}: no jump host can follow a bastion with a menu. Let the device use the bastion directly, or a jump host that forwards.',
  'error.cli.sessions-full':
    'All login sessions of {{host}} are taken. Close idle sessions on the device, or wait until they time out, and try again.',
  'error.telnet.no-login': '{{host}} showed no login question within {{seconds}} s. Check port and protocol.',
  'error.telnet.auth-failed':
    'Login failed: {{host}} (telnet) refused the password of user {{username}}. Check the credentials on the devices page.',
  'error.cli.no-prompt':
    '{{host}} showed no prompt that could be learned within {{seconds}} s of login. See the raw output.',
  'error.cli.question':
    '{{host}} asked a question that must not be answered automatically; stopped. Log in by hand and settle it.',
  'error.cli.timeout': '{{host}} was silent for more than {{seconds}} s in a command; stopped.',
  'error.cli.login-too-long':
    '{{host}} went on sending text at the login, more than 1 MB; disconnected, nothing was inspected. Log in by hand to see it.',
  'error.cli.output-too-long':
    'The output of a command on {{host}} is larger than the limit of {{megabytes}} MB; its beginning (4 MB at most) was kept and is not judged. Look at the command on the device, or raise the limit in Settings.',
  'error.cli.not-read-only':
    'The command is not confirmed as read-only and was not sent. Confirm it on the devices page first.',
  'error.cli.no-privilege':
    '{{host}} did not enter its privileged mode: the enable password was refused. Check it on the Devices page.',
  'error.files.no-sftp': '{{host}} offers neither SFTP nor SCP; the file was not fetched. Enable SFTP on the device.',
  'error.files.no-ftp':
    'No file can be had from {{host}} by FTP: it is off, refuses the login, or opens no data connection. The file was not fetched.',
  'error.files.not-found': 'There is no file {{path}} on {{host}}.',
  'error.files.denied': '{{host}} does not let this account read {{path}}. Use an account that may read it.',
  'error.files.short': '{{path}} came with {{received}} of {{expected}} bytes; it was not kept. Try again.',
  'error.files.too-large':
    '{{path}} of {{host}} is larger than the limit of {{megabytes}} MB and was not fetched. Check the file; if it really is that large, raise the limit in Settings.',
  'error.files.cut':
    '{{path}} of {{host}} came incomplete (its end mark is missing, or it was cut off); it was not kept. Try again.',
  'error.files.mismatch':
    '{{path}} as received is not the file on {{host}} (its checksum differs, or it was written meanwhile); it was not kept. Try again.',
  'error.files.timeout': 'Fetching {{path}} from {{host}} was silent for more than {{seconds}} s.',
  'error.files.failed': 'Fetching {{path}} from {{host}} failed. Try again.',
  'error.device.timeout': '{{host}} went past the limit of {{seconds}} s a device; stopped.',
  'error.device.cancelled': 'Stopped as asked; {{host}} was not finished.',
  'error.device.skipped': '{{host}} is marked as skipped and was not inspected.',
  'error.device.is-bastion':
    '{{host}} is a bastion with a menu: there is no command line to inspect, so it was skipped. The devices behind it are inspected.',
  'error.device.no-credential':
    'No user name, or no password or key, is stored for {{host}}. Fill them in on the devices page.',
  'error.device.credential-stopped':
    'The credentials of user {{username}} were refused twice in this run; {{host}} was not tried, so that the account is not locked.',
  'error.text.too-hard':
    'Reading this text did not come to an end in time. It was stopped, not judged and not kept. Look at the output of this command by hand; if it is always so, take the command off the list',
  'error.inventory.unreadable':
    'The file {{file}} cannot be read ({{detail}}). Check that it is xlsx, csv or json and is not encrypted.',
  'error.inventory.empty': 'There is no usable device in {{file}}.',
  'error.inventory.token-expired': 'This import preview is no longer valid. Choose the file again.',
  'error.settings.invalid':
    'The settings file {{file}} could not be understood; it was kept as {{kept}} and defaults are in use.',
  'error.settings.newer': 'The settings file {{file}} is from a newer version. Upgrade the program.',
  'error.schedule.bad-expression':
    '"{{expression}}" is not a valid cron expression. Example: 30 8 * * 1-5 (08:30 on working days).',
  'error.vault.locked': 'The vault is locked. Enter the master password first.',
  'error.vault.wrong-password': 'The master password is wrong.',
  'error.vault.no-key-store': 'This machine has no usable key store. Set a master password.',
  'error.vault.damaged': 'The vault file {{file}} is damaged and was kept. Restore it from a backup or set it up anew.',
  'error.vault.other-key':
    '{{file}} was sealed with another key and cannot be opened. Restore the vault file of that time.',
  'error.secret.other-destination':
    'The stored secret of "{{name}}" was not typed for {{place}}, so it was not sent. Enter it again in "{{name}}".',
  'error.secret.not-moved': 'Cancelled; nothing was saved.',
  'error.run.already-running': 'A run is already going on.',
  'error.run.no-devices': 'There is no device to inspect. Import or add one first.',
  'error.run.not-found': 'There is no record of this run.',
  'error.report.not-found': 'The report file {{file}} is not there. It may have been moved.',
  'error.report.write-failed': '{{file}} could not be written ({{detail}}). Check disk space and permissions.',
  'error.channel.bad-options': 'The channel settings are incomplete or wrong: {{field}}.',
  'error.channel.not-found': 'There is no such channel; it may have been removed.',
  'error.device.not-found': 'There is no such device; it may have been removed.',
  'error.schedule.not-found': 'There is no such schedule; it may have been removed.',
  'error.demo.failed': 'The demo devices could not be started ({{detail}}).',
  'error.args.invalid': 'Bad arguments: {{detail}}',
  'error.out.foreign':
    '{{file}} is already in the output folder and was not written by this program; it was left as it is. Point --out to an empty folder, or move it away first.',
  'error.data.in-use':
    '{{folder}} is in use by {{program}} (process {{pid}}, since {{since}}) and was left alone. Wait for it to end, or name another folder with --data or --out.',
  'error.disk.full': 'The disk is full; {{file}} could not be written. Free some space and try again.',
  'error.disk.denied':
    '{{file}} may not be read or written, or the disk is read-only. Check the rights of the folder, or use another one.',
  'error.disk.blocked':
    'A folder, file or link that stands at {{file}} is in the way. Move it elsewhere and try again.',
  'error.disk.failed': 'The disk failed while {{file}} was read or written. Check the disk and try again.',
  'error.internal': 'An internal error. Details are in the log; please report it with the log.',
};
