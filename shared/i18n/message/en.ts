import type { message as source } from './zh-CN';

export const message: Record<keyof typeof source, string> = {
  'message.cut.mark': '… (too long; the rest is in the report)',
  'message.net.refused': 'The connection was refused',
  'message.net.timeout': 'No answer in time',
  'message.net.dns': 'The server name cannot be resolved',
  'message.net.tls': 'TLS failed, or the certificate is not trusted',
  'message.net.network': 'The network connection was lost',
  'message.reply.foreign':
    "The answer is not in the service's format (HTTP {{status}}); check the service address and the proxy",
  'message.mail.auth': 'The mail server did not take the login; check user name and authorisation code',
  'message.mail.file': 'An attachment cannot be read; it may have been moved',
  'message.mail.left-out':
    'The attachments ({{megabytes}} MB) are above the limit of {{limit}} MB and were left out; see the Reports page.',
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
};
