/** The simulated devices' command line. */
export const lab = {
  // Headings of the table of devices, in this order.
  'lab.column.name': '名称',
  'lab.column.address': '地址',
  'lab.column.protocol': '协议',
  'lab.column.username': '用户名',
  'lab.column.personality': '机型',
  'lab.column.fault': '故障',
  'lab.column.about': '说明',
  'lab.started': '已启动 {{devices}} 台模拟设备。按 Ctrl+C 停止。',
  'lab.inventory': '设备清单已写入 {{path}}',
  'lab.bastion': '堡垒机 {{place}}（跳板方式 {{way}}），清单中的设备都经它登录',
  'lab.sinks': '邮件 {{smtp}} · WxPusher {{wxpusher}} · 企业微信 {{wecom}}',
  'lab.received': '{{time}} 收到 {{service}} 消息：{{title}}（发给 {{to}}）',
  'lab.stopped': '已停止：{{connections}} 个连接，{{sessions}} 个会话，其中正常登出 {{loggedOut}} 个。',
  'lab.help':
    '用法：npm run lab -- [--devices 数量] [--personality 机型]… [--fault 故障|each]… [--think-ms 毫秒]\n      [--inventory 文件.json] [--host-keys 目录] [--port 起始端口] [--bastion menu|numbered|linux] [--sinks] [--lang zh-CN|en]\n\n机型：\n{{personalities}}\n\n故障（依次分给最前面的设备，each 表示每种一台）：\n{{faults}}',
} as const;
