import { answered, echo, told, type Hazard, type Scene } from './hazard';
import { crlf, hang, hangUp, key, pause, say, thePrompt, type Step } from './steps';

const esc = '\u001b';
const pages = (question: string, wipe: string, sendsBack = ''): Hazard['answer'] => {
  return (scene) => {
    const [first = '', ...others] = scene.lines;
    return [
      echo(scene),
      say(`${first}\r\n`),
      ...others.flatMap((line): readonly Step[] => [say(question), key(' '), say(`${sendsBack}${wipe}${line}\r\n`)]),
      thePrompt,
    ];
  };
};
const pager = (name: string, question: string, wipe: string, sendsBack = ''): Hazard => ({
  name: `pager ${name}`,
  answer: pages(question, wipe, sendsBack),
});
const back = (count: number): string => '\b'.repeat(count) + ' '.repeat(count) + '\b'.repeat(count);

/** An echo of its own kind; the rest is as usual. */
const echoed = (name: string, own: (scene: Scene) => readonly Step[]): Hazard => ({
  name: `echo ${name}`,
  answer: (scene) => [...own(scene), say(crlf(scene.lines)), thePrompt],
});

const asksFirst = (question: string, isRight: (line: string) => boolean): Hazard['greeting'] => {
  const steps = (): readonly Step[] => [
    say(question),
    { kind: 'line', then: (line) => [say(`${line}\r\n`), ...(isRight(line) ? [thePrompt] : steps())] },
  ];
  return steps;
};
/** Where the device breaks its echo. */
const half = (command: string): number => Math.floor(command.length / 2);
const isNo = (line: string): boolean => line.trim().toUpperCase() === 'N';
const isEmpty = (line: string): boolean => line.trim() === '';

/** Pagers, echoes, questions, and devices that stop. */
export const flowHazards: readonly Hazard[] = [
  pager('of the device itself, erased by CR', '--More--', '\r        \r'),
  pager('of Huawei, erased by ESC[42D', '  ---- More ----', `${esc}[42D${' '.repeat(42)}${esc}[42D`),
  pager('of Comware, erased by ESC[16D', '---- More ----', `${esc}[16D${' '.repeat(16)}${esc}[16D`),
  pager('of IOS, erased by backspaces', ' --More-- ', back(10)),
  pager('of ASA', '<--- More --->', `\r${' '.repeat(14)}\r`),
  pager('of AOS 6', 'More? [next screen <sp>, next line <cr>, filter pattern </>, quit </>]', `\r${' '.repeat(71)}\r`),
  pager('of Junos', '---(more 45%)---', `\r${' '.repeat(40)}\r`),
  pager('of less, erased by ESC[K', 'lines 1-23', `\r${esc}[K`),
  pager('in Chinese', '---- 更多 ----', `\r${' '.repeat(14)}\r`),
  pager('that echoes the key', '--More--', '\r        \r', ' '),
  pager('that leaves its question with a line end', '--More--', '\r\n'),
  pager('that is erased and asks again after a rest', '--More--', `\r${esc}[K`),
  {
    name: 'pager, a hundred pages',
    answer: (scene) => pages('--More--', '\r        \r')?.({ ...scene, lines: hundred }) ?? [],
    outcome: () => ({ text: told(hundred), end: 'complete' }),
    isLong: true,
  },
  {
    name: 'the words of a pager as text',
    answer: (scene) => answered(scene, crlf(pagerWords(scene.lines))),
    outcome: ({ lines }) => ({ text: told(pagerWords(lines)), end: 'complete' }),
  },
  echoed('wrapped by blank and CR', ({ command }) => [
    say(`${command.slice(0, half(command))} \r${command.slice(half(command))}\r\n`),
  ]),
  echoed('wrapped by a line end', ({ command }) => [
    say(`${command.slice(0, half(command))}\r\n${command.slice(half(command))}\r\n`),
  ]),
  echoed('with backspaces', ({ command }) => [say(`${command}${'\b'.repeat(command.length)}${command}\r\n`)]),
  echoed('with the prompt drawn again', ({ command, prompt }) => [say(`${command}\r${prompt}${command}\r\n`)]),
  echoed('letter by letter, each drawn in colour', ({ command }) => [
    say(
      command
        .split('')
        .map((letter) => `${esc}[1m${letter}${esc}[0m`)
        .join('') + '\r\n',
    ),
  ]),
  echoed('behind a message that breaks it, line drawn anew', ({ command, prompt }) => [
    say(`${command.slice(0, half(command))}\r\n*Mar  2 10:00:00: %SYS-5-X: y\r\n${prompt}${command}\r\n`),
  ]),
  echoed('that comes two seconds late', ({ command }) => [pause(2000), say(`${command}\r\n`)]),
  {
    name: 'no echo at all',
    answer: (scene) => [say(crlf(scene.lines)), thePrompt],
    // What nothing proves is never called complete.
    outcome: ({ lines }) => ({ text: told(lines), end: 'unknown' }),
  },
  {
    name: 'asks to change the password',
    greeting: asksFirst('The password needs to be changed. Change now? [Y/N]: ', isNo),
  },
  {
    name: 'asks to change the password, in Chinese',
    greeting: asksFirst('密码即将过期，是否立即修改密码？[Y/N]：', isNo),
  },
  {
    name: 'password expires, an older wording',
    greeting: asksFirst('Warning: password will expire. Change it? (Y/N): ', isNo),
  },
  {
    name: 'Press Y or ENTER to continue',
    greeting: asksFirst('Press Y or ENTER to continue, N to exit.\r\n', isEmpty),
  },
  { name: 'Press RETURN to get started', greeting: asksFirst('\r\nPress RETURN to get started.\r\n\r\n', isEmpty) },
  {
    name: 'Press any key to continue',
    greeting: () => [say('-- Press any key to continue --'), key(' ', '\n'), say('\r\n'), thePrompt],
  },
  {
    name: 'a question of its own at login',
    greeting: () => [say('Accept the new licence terms? [y/n] '), hang(false)],
    refusesWith: 'cli.question',
  },
  { name: 'never a prompt', greeting: () => [say('Welcome\r\n'), hang(false)], refusesWith: 'cli.no-prompt' },
  {
    name: 'a question in the middle of the answer',
    answer: (scene) => [echo(scene), say(crlf(scene.lines)), say('Overwrite the file? [Y/N]'), hang(false)],
    outcome: ({ lines }) => ({ text: `${told(lines)}Overwrite the file? [Y/N]`, end: 'partial', code: 'cli.question' }),
    isLast: true,
  },
  {
    name: 'hangs in the middle of the answer for ever',
    answer: (scene) => [echo(scene), say(crlf(scene.lines)), hang(false)],
    outcome: ({ lines }) => ({ text: lines.join('\n') + '\n', end: 'partial', code: 'cli.timeout' }),
    isLast: true,
  },
  {
    name: 'hangs until it is interrupted',
    answer: (scene) => [echo(scene), say(crlf(scene.lines)), hang(true)],
    outcome: ({ lines }) => ({ text: lines.join('\n') + '\n', end: 'partial', code: 'cli.timeout' }),
  },
  {
    name: 'hangs before the echo',
    answer: () => [hang(true)],
    outcome: () => ({ text: '', end: 'partial', code: 'cli.timeout' }),
  },
  {
    name: 'cut in the middle of the answer',
    answer: (scene) => [echo(scene), say(crlf(scene.lines)), hangUp],
    outcome: ({ lines }) => ({ text: told(lines), end: 'partial', code: 'ssh.lost' }),
    isLast: true,
  },
];

const hundred = Array.from({ length: 100 }, (_, row) => `row ${row}`);

// A pause right behind a pager's exact words is a pager, as far as anybody can tell.
const pagerWords = (lines: readonly string[]): readonly string[] => ['the --More-- of IOS', ...lines, 'press any key.'];
