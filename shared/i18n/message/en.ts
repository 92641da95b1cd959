import type { message as source } from './zh-CN';

export const message: Record<keyof typeof source, string> = {
  'message.cut.mark': '… (too long; the rest is in the report)',
  'message.net.refused': 'The connection was refused',
  'message.net.timeout': 'No answer in time',
  'message.net.dns': 'The server name cannot be resolved',
  'message.net.tls': 'TLS failed, or the certificate is not trusted',
  'message.net.network': 'The network connection was lost',
  'message.net.proxy':
    'The proxy cannot be reached or refused the connection; check its address and account (HTTPS_PROXY on the command line)',
  'message.net.size': 'The answer was longer than 1 MB and was not read on; check the service address',
  'message.reply.foreign':
    "The answer is not in the service's format (HTTP {{status}}); check the service address and the proxy",
  'message.mail.auth': 'The mail server did not take the login; check user name and authorisation code',
  'message.mail.file': 'An attachment cannot be read; it may have been moved',
  'message.mail.left-out':
    'The attachments ({{megabytes}} MB) are above the limit of {{limit}} MB and were left out; see the Reports page.',
  'message.mail.file-gone': 'The report bundle is no longer on the workstation; the mail goes without it.',
  'message.mail.too-large':
    'The mail server does not take mail this large ({{megabytes}} MB); the attachments were left out. See the Reports page.',
  'message.wecom.trusted-ip': 'Add {{ip}} to the trusted IPs (企业可信IP) of this application in the WeCom console.',
  'message.wecom.invalid-user': 'no such member, or outside the range of the application',
  'message.wecom.invalid-party': 'no such department, or outside the range of the application',
  'message.wecom.invalid-tag': 'no such tag, or outside the range of the application',
  'message.wecom.unlicensed-user': 'the member has no licence for the base interface',
  'message.outbox.may-have-arrived': 'May have arrived, not sent again: {{words}}',
  'message.outbox.interrupted':
    'The program ended while sending; it may have arrived. This channel cannot tell a repetition, so it was not sent again',
  'message.outbox.gave-up': 'Tried {{attempts}} times, given up: {{words}}',
  'message.outbox.channel-removed': 'The channel was removed; the message was not sent',
  'message.outbox.channel-disabled': 'The channel is switched off; the message was not sent',
  'message.outbox.unknown-kind': 'This version has no channel of kind "{{kind}}"; the message was not sent',
  'message.outbox.no-secret': '"{{field}}" is not stored; fill it in on the channels page',
  'message.outbox.hung': 'No result of sending within {{seconds}} s',
  'message.title': '[{{verdict}}] Network inspection {{time}}',
  'message.title.place': '[{{verdict}}] {{place}}: network inspection {{time}}',
  'message.notice.counts': '{{devices}} devices: {{counts}}',
  'message.notice.cancelled': 'Run stopped, {{devices}} devices: {{counts}}',
  'message.notice.then': '. ',
  'message.notice.next': '; ',
  'message.colon': ': ',
  'message.device.head': '[{{verdict}}] {{name}} {{host}}',
  'message.list.and': ', ',
  'message.normal': 'Pass: {{names}}',
  'message.normal.more': 'Pass: {{names}} and others, {{count}} in all',
  'message.more-devices': '{{count}} more devices did not pass; see the report.',
  'message.see-report': 'See the report.',
  'message.fact.seconds': 'Started {{time}}, took {{seconds}} s.',
  'message.fact.minutes': 'Started {{time}}, took {{minutes}} min {{seconds}} s.',
  'message.fact.missing': '{{missing}} more devices have no result.',
  'message.fact.not-applicable':
    'Not applicable: {{count}} (the device itself says it has no such part); not counted above.',
  'message.fact.attachments': 'Reports: {{files}} (attached to the mail, or on the Reports page).',
  'message.fact.resent': 'Sent again as asked at {{time}}.',
  'message.cut-off.title': '[Cut off] Network inspection {{time}}',
  'message.cut-off.notice':
    'Run cut off: {{done}} of {{devices}} devices done ({{counts}}), {{missing}} without a result.',
  'message.cut-off.advice':
    'The run started at {{time}} was not finished: the program ended in the middle of it (shutdown, power cut, kill). Devices without a result count as unknown; please run it again.',
  'message.test.title': '[Test] Xunjian message {{time}}',
  'message.test.notice': 'Test message from Xunjian, sent {{time}}.',
  'message.test.text': 'If you can read this, the channel works. A real message begins like this: {{example}}',
};
