/** Sentences by which devices say that nobody more can log in; each is tested against one line. */
const sentences: readonly RegExp[] = [
  // VRP and Comware: `All user interfaces are used, please try later!`
  /\ball (?:the )?(?:user[- ]interfaces?|vty(?: lines?| users?)?|lines|sessions) (?:are|is) (?:already )?(?:used|in use|busy|occupied|full)\b/i,
  /\b(?:too many|no (?:more|free|available)|not enough) (?:(?:active|concurrent|current|open|simultaneous|telnet|ssh|cli|login|vty|user) ){0,2}(?:sessions?|connections?|logins?|users|lines|vtys?)\b/i,
  /\b(?:max(?:imum|\.)?|limit)\b.{0,40}\b(?:sessions?|connections?|logins?|users|vtys?)\b.{0,40}\b(?:reached|exceeded)\b/i,
  /\b(?:sessions?|connections?|logins?|users?|vty)[- ](?:limit|maximum|number)\b.{0,30}\b(?:reached|exceeded)\b/i,
  /(?:会话|用户|连接|登录|VTY)[^\n]{0,8}(?:已满|已达[^\n]{0,4}(?:上限|最大))/i,
];

/**
 * True where a device says that all its sessions are taken. What it tells of its limit while it lets one in (`The max
 * number of VTY users is 10`) is no such sentence.
 */
export function saysSessionsFull(text: string): boolean {
  return text.split(/[\r\n]+/).some((line) => sentences.some((sentence) => sentence.test(line)));
}
