const words = `
  access account active admin administrator alarm allied apache aruba authentication auth authority backup banner basic
  board bridge buffer cable campus catalyst center central certificate channel chassis cisco class client clock cloud
  cluster command community complete config configuration connection console control controller core count counter
  critical customer data database debug default degraded demo denied description device devices dhcp digital disable
  disabled distribution docx down edge email enable enabled error ethernet extreme fabric fail failed failure file
  finding finished firewall firmware flash forti fortinet frame full gateway generic global group guest half hardware
  hillstone host html http https huawei inactive information inside install interface internal internet ipsec juniper
  junos kernel label layer leaf level license linux list local location login manage management manager manual mask
  master member memory message minor mode model module monitor name network none normal notice offline online operator
  other outside packet partial pass passive password peer permit platform policy pool port power primary private
  process profile protocol proxy public radius read readonly readwrite ready reason record redundant region release
  remote report reset root route router routing ruijie rule running sangfor save saved scale schedule secondary secret
  section secure security serial server service session severity share shared shell show signal site slave slot
  software source spine stack standby start state static status storage string success support switch system syslog
  tacacs target telnet temperature test text time timeout token total trunk trust tunnel type unit unknown unreachable
  update uplink user username value vendor version view virtual vlan voice warn warning wireless wlan word world write
  zone 正常 注意 异常 判不了 不适用 设备 交换机 路由器 防火墙 管理员 密码 口令 用户 系统 网络
`;

const common = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** What is shorter stands in too many words and numbers. */
const leastLength = 4;
/** Digits alone are also counters, ports, years; eight of them are a password rather than a number. */
const fewDigits = /^\d{1,7}$/;

/**
 * True for a secret that stands in ordinary sentences too: under four characters, up to seven digits, or a word of
 * networks and vendors, upper and lower case alike. Such a secret is blanked where a password stands (behind words such
 * as `password` or `community`, in `user:secret` and what is made of it), and is left in every other sentence: blanked
 * everywhere it would make reports unreadable and, by its gaps, tell itself. The same holds for a secret that is the
 * name of a device or an account, which the redactor knows.
 */
export function isCommonWord(secret: string): boolean {
  return secret.length < leastLength || fewDigits.test(secret) || common.has(secret.toLowerCase());
}
