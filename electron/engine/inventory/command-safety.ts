/** `heavy` only reads, but may run for minutes and load the device. */
export type CommandSafety = 'reads' | 'heavy' | 'writes';

/** First words that only read, on the command lines of network devices. */
const readingWords = /^(show?|sh|display|disp?|dis|get|dir|ls|write terminal$)(\s|$)/i;

/** What only reads on a Linux shell; `date` or `hostname` with an argument would set it. */
const readingShell =
  /^((df|free|uptime|uname|who|w|last|lscpu|lsblk|ps|vmstat|netstat|ls|show|get)(\s|$)|(date|hostname)$|ss(\s+-[a-jl-zA-JL-Z]+)*$|ip\s+(-\w+\s+)*(a|addr|address|r|route|link|neigh)(\s+show\b.*)?$|cat\s+\/(proc\/[\w/.-]+|etc\/os-release)$)/;

/** Sends the output into a file or another command: reading turned into writing. */
const redirection = /[>;`&\r\n]|\$\(|\|\s*(redirect|tee|append|save|sh|bash|xargs)\b/i;

const heavyWords = /^(show?|sh|display|disp?|dis)\s+(tech|diagnostic|diag-info)/i;

/**
 * Whether a command from a file may be run. The list is of what is known to read: the session asks the platform
 * once more before anything is sent.
 */
export function judgeCommand(command: string, deviceType: string): CommandSafety {
  const reading = /^linux/i.test(deviceType) ? readingShell : readingWords;
  if (!reading.test(command) || redirection.test(command)) return 'writes';
  return heavyWords.test(command) ? 'heavy' : 'reads';
}
