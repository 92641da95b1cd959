import type { ErrorCode } from '../../errors';

/** Shown wherever a code is shown: message boxes, the report, the command line. */
export const errors = {
  'error.net.refused': '{{host}}:{{port}} 拒绝连接。请确认设备已开机、服务已启用、端口正确。',
  'error.net.timeout': '{{host}}:{{port}} 在 {{seconds}} 秒内没有应答。请检查地址、路由和防火墙。',
  'error.net.unreachable': '到 {{host}} 没有路由。请检查本机网络和地址。',
  'error.net.dns': '找不到主机名 {{host}}。请检查名称或改用 IP 地址。',
  'error.net.closed': '{{host}}:{{port}} 在登录前断开了连接。设备可能会话已满或限制了来源地址。',
  'error.ssh.not-ssh': '{{host}}:{{port}} 应答的不是 SSH。请检查端口和协议。',
  'error.ssh.no-common-algorithm': '与 {{host}} 没有共同的 SSH 算法（{{detail}}）。',
  'error.ssh.handshake': '与 {{host}} 的 SSH 握手失败。请重试；若仍失败，请在设备上检查 SSH 服务。',
  'error.ssh.banner-too-long':
    '{{host}} 在登录前不停地发送文字（横幅没有尽头），已断开，没有检查。请确认这个地址和端口上是什么设备。',
  'error.ssh.questions-too-long':
    '{{host}} 登录时提出的问题过多或过长，已断开，没有检查。请人工登录一次，确认它在问什么。',
  'error.ssh.prime-too-large':
    '{{host}} 在密钥交换中给出的素数超过 8192 位，没有接受。请在设备上改用 2048 至 8192 位的组，或启用 curve25519。',
  'error.ssh.host-key-changed':
    '{{host}} 的主机密钥变了：原为 {{known}}，现为 {{offered}}。未发送密码。若设备确已更换，请在设置中删除旧密钥后重试。',
  'error.ssh.host-key-new':
    '{{host}} 的主机密钥 {{offered}} 尚未确认。请在设置中确认后重试，或用 --accept-new-host-keys。',
  'error.ssh.auth-failed': '认证失败：{{host}} 拒绝了用户 {{username}} 的凭据。请在设备页检查用户名和密码。',
  'error.ssh.auth-timeout': '{{host}} 在 {{seconds}} 秒内没有完成登录。设备的认证服务器可能没有应答。',
  'error.ssh.no-shell': '{{host}} 登录成功，但拒绝打开命令行。请检查该账号的权限或设备的会话数。',
  'error.ssh.lost': '与 {{host}} 的连接在工作中断开。请检查链路后重试。',
  'error.ssh.key-unreadable': '{{host}} 的私钥无法读取：格式不受支持，或私钥口令不对。请在设备页重新填写。',
  'error.ssh.no-agent':
    '本机没有运行 SSH 代理（ssh-agent），无法登录 {{host}}。请启动代理并载入私钥，或改用其他登录方式。',
  'error.ssh.jump-failed': '无法经跳板机 {{jump}} 连接 {{host}}：跳板机未能登录，或不允许转发。请先单独测试跳板机。',
  'error.ssh.jump-unknown': '{{host}} 指定的跳板机“{{jump}}”不存在，或跳板机之间互相引用。请在设备页检查跳板机。',
  'error.bastion.no-step':
    '堡垒机 {{bastion}} 在 {{seconds}} 秒内没有出现第 {{step}} 步等待的“{{wait}}”，屏幕上最后是“{{screen}}”。菜单可能已变，请在设备页核对堡垒机的步骤。',
  'error.bastion.refused':
    '堡垒机 {{bastion}} 没有接通 {{host}}，屏幕上最后是“{{screen}}”。请确认该设备已授权给堡垒机账号，且从堡垒机可以到达。',
  'error.bastion.not-listed':
    '堡垒机 {{bastion}} 的菜单里没有“{{value}}”，屏幕上最后是“{{screen}}”。请确认该设备和账号已授权，并核对地址。',
  'error.bastion.host-key-new':
    '堡垒机 {{bastion}} 还没有确认过 {{host}} 的主机密钥（{{offered}}）。未发送密码。请先在堡垒机上手工登录一次，或在堡垒机条目里勾选“接受新设备的主机密钥”。',
  'error.bastion.host-key-changed':
    '堡垒机 {{bastion}} 上记录的 {{host}} 主机密钥与设备现在的不一致，堡垒机拒绝连接。未发送密码。若设备确已更换，请在堡垒机上删除旧记录（known_hosts）。',
  'error.bastion.no-device':
    '经堡垒机 {{bastion}} 连接 {{host}} 后，{{seconds}} 秒内没有出现设备的提示符，屏幕上最后是“{{screen}}”。请从堡垒机手工登录一次，看停在哪里。',
  'error.bastion.unsafe-value':
    '{{host}} 的地址或用户名含有空格、引号或其他不能安全输入到堡垒机的字符，没有输入。请在设备页改正。',
  'error.bastion.chained':
    '{{host}} 无法经 {{jump}} 连接：菜单式堡垒机后面不能再接跳板机。请让该设备直接使用堡垒机，或改用允许转发的跳板机。',
  'error.cli.sessions-full': '{{host}} 的登录会话数已满，未能登录。请在设备上清理空闲会话（或等待其超时释放）后重试。',
  'error.telnet.no-login': '{{host}} 在 {{seconds}} 秒内没有出现登录提示。请检查端口和协议。',
  'error.telnet.auth-failed': '认证失败：{{host}}（telnet）拒绝了用户 {{username}} 的密码。请在设备页检查凭据。',
  'error.cli.no-prompt': '{{host}} 登录后 {{seconds}} 秒内没有出现可识别的提示符。请查看原始输出。',
  'error.cli.question': '{{host}} 提出了一个不能自动回答的问题，已停止。请人工登录处理。',
  'error.cli.timeout': '{{host}} 执行命令时静默超过 {{seconds}} 秒，已停止。',
  'error.cli.login-too-long': '{{host}} 登录时不停地输出文字，超过 1 MB 仍没有停下，已断开，没有检查。请人工登录查看。',
  'error.cli.output-too-long':
    '{{host}} 有一条命令的输出超过 {{megabytes}} MB 的上限，只保留了开头（至多 4 MB），不作判断。请在设备上查看该命令，或在设置中调高上限。',
  'error.cli.not-read-only': '命令未被确认为只读，没有发送。请在设备页确认后再试。',
  'error.cli.no-privilege': '{{host}} 没有进入特权模式：特权密码被拒绝。请在设备页检查特权密码。',
  'error.files.no-sftp': '{{host}} 不提供 SFTP 和 SCP，文件未取回。请在设备上启用 SFTP。',
  'error.files.no-ftp': '{{host}} 上无法通过 FTP 取文件：FTP 服务未启用、拒绝登录或无法建立数据连接，文件未取回。',
  'error.files.not-found': '{{host}} 上没有文件 {{path}}。',
  'error.files.denied': '{{host}} 不允许该账号读取 {{path}}。请使用有读取权限的账号。',
  'error.files.short': '{{path}} 只收到 {{received}} 字节，应为 {{expected}} 字节；没有保存。请重试。',
  'error.files.too-large':
    '{{host}} 的 {{path}} 超过 {{megabytes}} MB 的上限，没有取回。请确认该文件；确实这么大时，在设置中调高上限。',
  'error.files.cut': '从 {{host}} 取到的 {{path}} 不完整（没有结尾标记或中途中断）；没有保存。请重试。',
  'error.files.mismatch':
    '取到的 {{path}} 与 {{host}} 上的文件不一致（校验值不符，或读取期间文件被改写）；没有保存。请重试。',
  'error.files.timeout': '从 {{host}} 取文件 {{path}} 时静默超过 {{seconds}} 秒。',
  'error.files.failed': '从 {{host}} 取文件 {{path}} 失败。请重试。',
  'error.device.timeout': '{{host}} 超过了每台设备 {{seconds}} 秒的总时限，已停止。',
  'error.device.cancelled': '已按要求停止，{{host}} 没有检查完。',
  'error.device.skipped': '{{host}} 被标记为跳过，没有检查。',
  'error.device.is-bastion': '{{host}} 是菜单式堡垒机，没有可执行命令的命令行，已跳过。其后的设备照常检查。',
  'error.device.no-credential': '{{host}} 没有保存用户名，或没有保存密码或私钥。请在设备页填写。',
  'error.device.credential-stopped':
    '用户 {{username}} 的凭据在本次巡检中已被拒绝两次；为防止账号被锁，{{host}} 没有再尝试。',
  'error.text.too-hard':
    '这段文本读了太久还没读完，已停止，没有判断也没有保存。请单独查看这条命令的输出；若总是这样，请把它从命令列表中去掉',
  'error.inventory.unreadable': '无法读取文件 {{file}}（{{detail}}）。请确认它是 xlsx、csv 或 json，且没有被加密。',
  'error.inventory.empty': '{{file}} 中没有可用的设备。',
  'error.inventory.token-expired': '这次导入预览已失效，请重新选择文件。',
  'error.settings.invalid': '设置文件 {{file}} 无法识别，已另存为 {{kept}}，现使用默认设置。',
  'error.settings.newer': '设置文件 {{file}} 来自更新的版本。请升级程序。',
  'error.schedule.bad-expression': '“{{expression}}”不是有效的 cron 表达式。例：30 8 * * 1-5（工作日 8:30）。',
  'error.vault.locked': '密码库已锁定。请先输入主密码。',
  'error.vault.wrong-password': '主密码不正确。',
  'error.vault.no-key-store': '本机没有可用的系统密钥库。请设置主密码。',
  'error.vault.damaged': '密码库文件 {{file}} 已损坏，已保留原文件。请从备份恢复或重新建立。',
  'error.vault.other-key': '{{file}} 是用另一把密钥加密的，无法解开。请恢复与它同一时期的密码库文件。',
  'error.secret.other-destination':
    '“{{name}}”保存的密码不是为 {{place}} 输入的，因此没有送出。请在“{{name}}”里重新输入密码。',
  'error.secret.not-moved': '已取消，没有保存任何改动。',
  'error.run.already-running': '已有一次巡检正在进行。',
  'error.run.no-devices': '没有可巡检的设备。请先导入或添加设备。',
  'error.run.not-found': '找不到这次巡检的记录。',
  'error.report.not-found': '找不到报告文件 {{file}}。它可能已被移走。',
  'error.report.write-failed': '无法写入 {{file}}（{{detail}}）。请检查磁盘空间和权限。',
  'error.channel.bad-options': '通道设置不完整或有误：{{field}}。',
  'error.channel.not-found': '找不到该通道，可能已被删除。',
  'error.device.not-found': '找不到该设备，可能已被删除。',
  'error.schedule.not-found': '找不到该计划，可能已被删除。',
  'error.demo.failed': '演示设备无法启动（{{detail}}）。',
  'error.args.invalid': '参数有误：{{detail}}',
  'error.out.foreign': '输出目录里已有不是本程序写的 {{file}}，没有改动它。请把 --out 指向一个空目录，或先把它移走。',
  'error.data.in-use':
    '{{folder}} 正被 {{program}}（进程 {{pid}}，自 {{since}} 起）使用，没有改动它。请等它结束，或用 --data、--out 指定另一个目录。',
  'error.disk.full': '磁盘空间不足，无法写入 {{file}}。请清理后重试。',
  'error.disk.denied': '无权读写 {{file}}，或磁盘为只读。请检查文件夹权限，或换一个文件夹后重试。',
  'error.disk.blocked': '{{file}} 处已有同名的文件夹、文件或链接，无法读写。请将其移走后重试。',
  'error.disk.failed': '读写 {{file}} 时磁盘出错。请检查磁盘后重试。',
  'error.internal': '程序内部错误。详情已写入日志，请附日志反馈。',
} as const satisfies Record<`error.${ErrorCode}`, string>;
