/** Messages that go out (mail, WeChat, desktop notification), and our words about what became of them. */
export const message = {
  // At the end of a text that a service would have cut.
  'message.cut.mark': '…（内容过长，余下见报告）',
  // Our words where a service gave none: the delivery list and the test button.
  'message.net.refused': '对方拒绝连接',
  'message.net.timeout': '等待应答超时',
  'message.net.dns': '找不到服务器名称',
  'message.net.tls': 'TLS 握手失败或证书不受信任',
  'message.net.network': '网络连接中断',
  'message.reply.foreign': '应答不是该服务的格式（HTTP {{status}}），请检查接口地址和代理',
  'message.mail.auth': '邮件服务器不接受登录，请检查账号和授权码',
  'message.mail.file': '附件无法读取，可能已被移走',
  'message.mail.left-out': '附件共 {{megabytes}} MB，超过上限 {{limit}} MB，未随信发送；请在巡检台的“报告”页查看。',
  'message.wecom.trusted-ip': '请在企业微信管理后台把 {{ip}} 加入该应用的“企业可信IP”。',
  'message.wecom.invalid-user': '账号不存在或不在应用可见范围',
  'message.wecom.invalid-party': '部门不存在或不在应用可见范围',
  'message.wecom.invalid-tag': '标签不存在或不在应用可见范围',
  'message.wecom.unlicensed-user': '成员没有基础接口许可',
  'message.outbox.may-have-arrived': '可能已送达，未再次发送：{{words}}',
  'message.outbox.interrupted': '程序在发送途中退出，可能已送达；该通道无法识别重复，未再次发送',
  'message.outbox.gave-up': '已尝试 {{attempts}} 次，不再重试：{{words}}',
  'message.outbox.channel-removed': '通道已被删除，消息没有发送',
  'message.outbox.channel-disabled': '通道已停用，消息没有发送',
  'message.outbox.unknown-kind': '本版本没有“{{kind}}”这种通道，消息没有发送',
  'message.outbox.no-secret': '没有保存“{{field}}”，请在通道页填写',
  'message.outbox.hung': '发送超过 {{seconds}} 秒没有结果',
} as const;
