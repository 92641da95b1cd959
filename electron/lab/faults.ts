import type { LocalText } from '../../shared/model/text';

/** How a device misbehaves; what is not named works. */
export type Fault = {
  readonly about: LocalText;
  /**
   * `closed`: nothing listens. `mute`: accepts the connection and never says a word. `floods`: sends lines without end,
   * and never one of SSH.
   */
  readonly tcp?: 'closed' | 'mute' | 'floods';
  /** Refuses the password that the inventory holds. */
  readonly refusesLogin?: boolean;
  /** Stops for ever in the middle of this answer, counted from 1. */
  readonly hangsInAnswer?: number;
  /** Prints without end in this answer, counted from 1, until it is interrupted. */
  readonly floodsInAnswer?: number;
  /** Prints a line without end in the place of its first prompt. */
  readonly floodsAfterLogin?: boolean;
  /** Drops the connection in the middle of the personality's key command. */
  readonly cutsKeyCommand?: boolean;
  /** `endless`: its files go on for ever behind their size. `huge`: it tells a size that nothing can hold. */
  readonly sftp?: 'refused' | 'short' | 'stalls' | 'endless' | 'huge';
  /** Waits at least so long before each answer, milliseconds. */
  readonly thinkMs?: number;
  /** Makes a new host key at every start, whatever was kept. */
  readonly hasFreshHostKey?: boolean;
  /** The welcome ends in a line that looks like a prompt. */
  readonly hasBannerPrompt?: boolean;
  /** Asks after login whether to change the password. */
  readonly asksToChangePassword?: boolean;
  /** Stops after each screenful; the command that turns the pager off is refused. */
  readonly pages?: boolean;
  readonly dropsAfterLogin?: boolean;
  /** Says that all its sessions are taken, and hangs up: over SSH after the login, over telnet before it. */
  readonly isFull?: boolean;
  /** One channel a connection: no SFTP beside the shell. */
  readonly hasOneChannel?: boolean;
  /** Prints a prompt of its own in the middle of an answer and rests there for a moment. */
  readonly printsLookalike?: boolean;
  /** A console message falls in after the prompt. */
  readonly logsAfterPrompt?: boolean;
  /** Offers algorithms of old switches only. */
  readonly hasLegacySsh?: boolean;
};

/** Everything that can go wrong on request, by name. */
export const faults = {
  refused: { about: { 'zh-CN': '端口没有监听，连接被拒绝', en: 'Nothing listens on the port' }, tcp: 'closed' },
  silent: {
    about: { 'zh-CN': '接受连接但始终不发一个字节', en: 'Accepts the connection, never sends a byte' },
    tcp: 'mute',
  },
  'wrong-password': {
    about: { 'zh-CN': '拒绝清单中保存的密码', en: 'Refuses the stored password' },
    refusesLogin: true,
  },
  'hang-mid-command': {
    about: { 'zh-CN': '第三条命令输出到一半后不再响应', en: 'Stops for ever half-way through the third answer' },
    hangsInAnswer: 3,
  },
  'cut-mid-output': {
    about: { 'zh-CN': '关键命令输出到一半时连接断开', en: 'Drops the connection in the middle of its key command' },
    cutsKeyCommand: true,
  },
  'endless-greeting': {
    about: { 'zh-CN': '连接后不停发送文字，始终不说 SSH', en: 'Sends text without end, and never speaks SSH' },
    tcp: 'floods',
  },
  'endless-prompt': {
    about: { 'zh-CN': '登录后输出没有尽头的一行', en: 'Prints a line without end after the login' },
    floodsAfterLogin: true,
  },
  'endless-output': {
    about: { 'zh-CN': '第三条命令的输出没有尽头', en: 'Prints without end in the third answer' },
    floodsInAnswer: 3,
  },
  'no-sftp': { about: { 'zh-CN': '不提供 SFTP', en: 'Refuses SFTP' }, sftp: 'refused' },
  slow: { about: { 'zh-CN': '每条命令延迟 2 秒才应答', en: 'Answers each command after 2 seconds' }, thinkMs: 2000 },
  'host-key-changed': {
    about: { 'zh-CN': '每次启动都更换主机密钥', en: 'Has a new host key at every start' },
    hasFreshHostKey: true,
  },
  'banner-prompt': {
    about: { 'zh-CN': '欢迎信息的末行酷似提示符', en: 'Welcome text ends in a line like a prompt' },
    hasBannerPrompt: true,
  },
  'sftp-short': {
    about: { 'zh-CN': 'SFTP 传输的字节数少于文件大小', en: 'SFTP sends fewer bytes than it says' },
    sftp: 'short',
  },
  'sftp-stalls': { about: { 'zh-CN': 'SFTP 读到一半停住', en: 'SFTP stops half-way' }, sftp: 'stalls' },
  'sftp-endless': {
    about: { 'zh-CN': 'SFTP 文件没有尽头', en: 'SFTP files go on for ever' },
    sftp: 'endless',
  },
  'sftp-huge': { about: { 'zh-CN': 'SFTP 报出 1 TB 的文件', en: 'SFTP tells a file of 1 TB' }, sftp: 'huge' },
  question: {
    about: { 'zh-CN': '登录后询问是否修改密码', en: 'Asks to change the password after login' },
    asksToChangePassword: true,
  },
  pager: { about: { 'zh-CN': '分页显示且无法关闭', en: 'Pages its output and cannot be told not to' }, pages: true },
  'drop-after-login': {
    about: { 'zh-CN': '登录成功后立即断开', en: 'Drops the connection right after login' },
    dropsAfterLogin: true,
  },
  'sessions-full': {
    about: { 'zh-CN': '提示登录会话已满并断开', en: 'Says that all its sessions are taken and hangs up' },
    isFull: true,
  },
  'one-channel': {
    about: { 'zh-CN': '每个连接只允许一个通道', en: 'Allows one channel a connection' },
    hasOneChannel: true,
  },
  lookalike: {
    about: { 'zh-CN': '输出中间夹有与提示符相同的一行', en: 'Prints its prompt in the middle of an answer' },
    printsLookalike: true,
  },
  'late-log': {
    about: { 'zh-CN': '提示符之后插入控制台日志', en: 'A console message follows the prompt' },
    logsAfterPrompt: true,
  },
  'legacy-ssh': {
    about: { 'zh-CN': '只支持老旧的 SSH 算法', en: 'Offers old SSH algorithms only' },
    hasLegacySsh: true,
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;

/** True for the name of a fault. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}

/** The behaviour of a fault; without one, nothing goes wrong. */
export function faultOf(name: FaultName | undefined): Fault {
  return name === undefined ? { about: { 'zh-CN': '无故障', en: 'None' } } : faults[name];
}
