export const vault = {
  // vault gate
  'vault.locked.title': '请输入主密码',
  'vault.locked.text': '设备密码和通道密钥已加密保存。解锁后才能巡检和发送消息。',
  'vault.password': '主密码',
  'vault.password.repeat': '再输入一次',
  'vault.password.short': '主密码至少 8 个字符',
  'vault.password.differs': '两次输入不一致',
  'vault.unlock': '解锁',
  'vault.new.title': '密码保存在哪里？',
  'vault.new.text': '这台电脑没有可用的系统密钥库。请选择一种方式，以后可以在设置中更改。',
  'vault.new.password.title': '用主密码加密保存',
  'vault.new.password.text':
    '每次启动程序都要输入主密码，之前定时巡检不会登录设备。忘记主密码就无法恢复，只能重新录入所有凭据。',
  'vault.new.session.title': '仅本次会话',
  'vault.new.session.text': '不写入磁盘。退出程序后所有密码和密钥都会丢失，需要重新录入。',
  'vault.new.set': '设置主密码',
  'vault.new.session': '本次会话使用',
} as const;
