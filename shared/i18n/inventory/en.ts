import type { inventory as zhCN } from './zh-CN';

/** The same keys in English, or it does not compile. */
export const inventory: Record<keyof typeof zhCN, string> = {
  'inventory.problem.no-address': 'No address',
  'inventory.problem.bad-address': '“{{found}}” is not an IP address or host name',
  'inventory.problem.placeholder-address': '“{{found}}” is a placeholder: fill in the real address',
  'inventory.problem.bad-port': '“{{found}}” is not a port: use a whole number from 1 to 65535',
  'inventory.problem.number-as-password':
    'Excel stored the password as a number: its digits are used, please check if it begins with 0',
  'inventory.problem.lost-password-digits':
    'Excel stored the password as a rounded number and it cannot be recovered: format the cell as text and type it again',
  'inventory.problem.link-as-password': 'Excel turned the password into a link: the text shown is used, please check',
  'inventory.problem.date-as-password':
    'Excel turned the password into a date and it cannot be recovered: format the cell as text and type it again',
  'inventory.problem.unknown-protocol': 'Unknown protocol “{{found}}”: use SSH or TELNET',
  'inventory.problem.unknown-platform':
    'Device type “{{found}}” cannot be parsed yet: output is collected, the verdict will be “unknown”',
  'inventory.problem.no-platform': 'No device type',
  'inventory.problem.no-username': 'No user name: add it once imported',
  'inventory.problem.no-password': 'No password: add it once imported',
  'inventory.problem.duplicate': 'Same device as another row of the file: {{found}}',
  'inventory.problem.no-devices': 'No devices found: is there a heading row with an address (IP) column?',
  'inventory.problem.unknown-sheet': 'Sheet “{{found}}” was not used',
  'inventory.problem.unknown-column': 'Unknown column “{{found}}”: its content is not imported',
  'inventory.problem.no-such-sheet': 'No command sheet named “{{found}}”: the default commands of the type are run',
  'inventory.problem.unreadable': 'Cannot be read',
  'inventory.problem.formula': 'The cell is a formula: the result stored in the file is used',
  'inventory.problem.trailing-blank': 'Extra blanks around the content',
  'inventory.problem.skipped-row': 'Marked “{{found}}”: imported as a disabled device',
  'inventory.problem.hidden-row': 'The row or its sheet is hidden in the workbook: imported as a disabled device',
  'inventory.problem.skipped-command': 'Marked #: command “{{found}}” is left out',
  'inventory.problem.dangerous-command': 'Command “{{found}}” is not a read-only command: left out',
  'inventory.problem.heavy-command':
    'Command “{{found}}” is slow and prints a lot: kept, please confirm that it is needed',
  'inventory.problem.not-text': '“{{found}}” is not text, please check',
  'inventory.problem.bad-bastion':
    'Way through the bastion “{{found}}” is not understood: use jumpserver, menu or linux, or one step a line, “text to wait for => text to type”, with {host} {port} {user} {host#} {user#}; the password only as {password} by itself',
  'inventory.problem.bad-field': '“{{found}}” cannot be used (too long, too many, or an unknown value)',

  'inventory.sheet.devices': 'Devices',
  'inventory.column.status': 'Status',
  'inventory.column.name': 'Name',
  'inventory.column.host': 'IP',
  'inventory.column.protocol': 'Protocol',
  'inventory.column.port': 'Port',
  'inventory.column.platform': 'Device type',
  'inventory.column.username': 'Username',
  'inventory.column.password': 'Password',
  'inventory.column.secret': 'Enable password',
  'inventory.column.auth': 'Auth',
  'inventory.column.privateKey': 'Private key',
  'inventory.column.passphrase': 'Passphrase',
  'inventory.column.jump': 'Jump host',
  'inventory.column.bastion': 'Bastion',
  'inventory.column.ftpPort': 'FTP port',
  'inventory.column.group': 'Group',
  'inventory.column.comment': 'Comment',
  'inventory.column.commands': 'Commands',
  'inventory.status.enabled': 'Enabled',

  'inventory.example.name': 'Example: core switch 1',
  'inventory.example.group': 'Head office',
  'inventory.example.comment': 'This row is an example; it is not imported and may be deleted',
  'inventory.protocol.bad': 'Choose SSH or TELNET',
  'inventory.port.bad': 'A whole number from 1 to 65535; empty means 22 for SSH and 23 for TELNET',
  'inventory.auth.bad': 'Choose password, key or agent (the SSH agent of this machine)',
  'inventory.guide.title': 'Guide',
  'inventory.guide.heading': 'How to fill in the device list',
  'inventory.guide.status':
    'A row marked # is imported as a disabled device and left out of scheduled runs. Empty or “Enabled” means inspected.',
  'inventory.guide.name': 'A name of your own, shown in reports and messages. Empty means the address.',
  'inventory.guide.host': 'Required. IPv4, IPv6 or host name, without protocol and port.',
  'inventory.guide.protocol': 'SSH or TELNET; empty means SSH.',
  'inventory.guide.port': 'Empty means 22 for SSH and 23 for TELNET.',
  'inventory.guide.platform': 'Required. As Netmiko’s device_type, e.g. alcatel_aos, cisco_asa.',
  'inventory.guide.username': 'A read-only account is best.',
  'inventory.guide.password':
    'This column is formatted as text, so leading zeros stay. After the import the password is kept in the encrypted vault: delete this file or keep it safe.',
  'inventory.guide.secret': 'The enable / super password; empty when there is none.',
  'inventory.guide.auth':
    'password, key or agent (the SSH agent of this machine). Empty means password, or key where a private key is given. SSH only.',
  'inventory.guide.privateKey':
    'The whole text of the private key file (OpenSSH, PEM or PKCS #8). After the import it is kept in the encrypted vault; it is never exported.',
  'inventory.guide.passphrase': 'The passphrase of the private key, if it has one.',
  'inventory.guide.jump':
    'For a device behind a jump host or bastion: its name or address in this list, or user@address:port (with the credential of this device). Empty connects directly.',
  'inventory.guide.bastion':
    'Only in the row of the bastion itself: how one gets on to a device once logged in there; empty for a jump host that forwards SSH. Either jumpserver (the address is typed at Opt>), menu (the number before the address is typed) or linux (ssh or telnet is typed), or steps of your own, one a line: text to wait for => text to type. A line that begins with ? may stay out. {host} {port} {user} are those of the device, {host#} {user#} the number of the line they stand in, and the password is {password}. Lines of their own: !accept-new-host-keys trusts devices that the bastion does not know yet, !sessions 3 allows three sessions at a time, !leave exit is what leaves the bastion.',
  'inventory.guide.ftpPort': 'Where FTP is not on port 21; used only when FTP is allowed in the settings.',
  'inventory.guide.group': 'Optional, e.g. a site or building.',
  'inventory.guide.comment': 'Optional.',
  'inventory.guide.commands':
    'Optional, one a line (Alt+Enter inside the cell). Empty means the default commands of the device type. Only read-only commands such as show and display are accepted. A sheet named as the device type with the columns “Status” and “Commands” works as well.',
};
