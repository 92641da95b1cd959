import { answered, echo, whole, withLines, type Hazard } from './hazard';
import { become, crlf, pause, say, thePrompt, type Step } from './steps';

/** A hazard that is only another prompt. */
const promptOf = (name: string, prompt: (own: string) => string): Hazard => ({ name: `prompt ${name}`, prompt });

/** A hazard of the welcome. */
const welcome = (name: string, greeting: (prompt: string) => readonly Step[]): Hazard => ({
  name: `welcome ${name}`,
  greeting,
});

const logLine = 'Mar  2 10:00:00 sw swlogd: port 1/1/9 down';
const iosLog = '*Mar  2 10:00:00.123: %LINEPROTO-5-UPDOWN: Line protocol on Interface Gi1/0/9, changed state to up';

/** Prompts, what looks like them, and what falls in beside them. */
export const promptHazards: readonly Hazard[] = [
  promptOf('in Chinese', () => '上海-核心交换机-3F> '),
  promptOf('with blanks and brackets', () => 'sw 3 (north wing) -> '),
  promptOf('in angle brackets', () => '<H3C>'),
  promptOf('in square brackets with ~', () => '[~HUAWEI]'),
  promptOf('with a wide >', () => '交换机＞'),
  promptOf('of one letter', () => '>'),
  promptOf('of $ and blank', () => '$ '),
  promptOf('in configuration mode', () => 'sw(config)# '),
  promptOf('of a hundred letters', () => `${'long-name-'.repeat(10)}# `),
  promptOf('cut by ~', () => 'a-name-that-is-too-lo~ # '),
  promptOf('with a colour', () => '\u001b[1;32mroot@sw\u001b[0m:\u001b[34m~\u001b[0m# '),
  promptOf('behind a window title', (own) => `\u001b]0;sw\u0007${own}`),
  promptOf('behind a carriage return', (own) => `\r${own}`),
  promptOf('that ends like no prompt', () => 'ready '),
  {
    name: 'prompt with a line above it',
    greeting: () => [say('\r\n{master:0}\r\n'), thePrompt],
    emptyLine: () => [say('\r\n\r\n{master:0}\r\n'), thePrompt],
    answer: (scene) => [echo(scene), say(`${crlf(scene.lines)}\r\n{master:0}\r\n`), thePrompt],
    // The blank line above it may be the answer's own, so it stays.
    outcome: ({ lines }) => whole([...lines, '']),
  },
  withLines('a line like the prompt, without pause', ({ lines, prompt }) => [
    ...lines.slice(0, 1),
    `${prompt}x`,
    ...lines,
  ]),
  {
    name: 'the exact prompt in the answer, and a rest behind it',
    answer: (scene) => [
      echo(scene),
      say(`before\r\n${scene.prompt}`),
      pause(5000),
      say(`\r\n${crlf(scene.lines)}`),
      thePrompt,
    ],
    outcome: ({ lines, prompt }) => whole(['before', prompt, ...lines]),
  },
  {
    name: 'the exact prompt and the command in the answer, and a rest',
    answer: (scene) => [
      echo(scene),
      say(`before\r\n${scene.prompt}`),
      pause(3000),
      say(`${scene.command}\r\n${crlf(scene.lines)}`),
      thePrompt,
    ],
    outcome: ({ lines, prompt, command }) => whole(['before', `${prompt}${command}`, ...lines]),
  },
  {
    name: 'another prompt in the answer, and a rest behind it',
    answer: (scene) => [echo(scene), say('core-7# '), pause(5000), say(`\r\n${crlf(scene.lines)}`), thePrompt],
    outcome: ({ lines }) => whole(['core-7# ', ...lines]),
  },
  withLines('the command again in the answer', ({ lines, command }) => [command, ...lines, command]),
  {
    name: 'prompt printed twice behind the answer',
    answer: (scene) => [echo(scene), say(crlf(scene.lines)), thePrompt, say('\r\n'), thePrompt],
  },
  {
    name: 'a spare prompt long after the answer',
    answer: (scene) => [...answered(scene, crlf(scene.lines)), pause(30), say('\r\n'), thePrompt],
  },
  {
    name: 'prompt changes to HRP_M and back',
    answer: (scene) => [
      echo(scene),
      say(crlf(scene.lines)),
      become(scene.prompt.startsWith('HRP_M') ? scene.prompt.slice(5) : `HRP_M${scene.prompt}`),
      thePrompt,
    ],
  },
  {
    name: 'prompt changes to another host name and back',
    answer: (scene) => [
      echo(scene),
      say(crlf(scene.lines)),
      become(scene.prompt === 'renamed-switch# ' ? 'first-name# ' : 'renamed-switch# '),
      thePrompt,
    ],
    prompt: () => 'first-name# ',
  },
  {
    name: 'prompt gets a * for what is not committed',
    prompt: () => '[~sw]',
    answer: (scene) => [
      echo(scene),
      say(crlf(scene.lines)),
      become(scene.prompt === '[~sw]' ? '[*sw]' : '[~sw]'),
      thePrompt,
    ],
  },
  {
    name: 'a console message behind the prompt',
    answer: (scene) => [...answered(scene, crlf(scene.lines)), say(`\r\n${logLine}\r\n`)],
  },
  {
    name: 'a console message glued to the prompt',
    answer: (scene) => [...answered(scene, crlf(scene.lines)), say(`${iosLog}\r\n`)],
  },
  {
    name: 'a console message and the prompt again',
    answer: (scene) => [...answered(scene, crlf(scene.lines)), say(`\r\n${iosLog}\r\n`), thePrompt],
  },
  {
    name: 'a console message while the prompt is being proven',
    emptyLine: (_prompt, count) => [say(count === 1 ? `\r\n${logLine}\r\n` : '\r\n'), thePrompt],
  },
  {
    name: 'a console message at every empty line',
    emptyLine: () => [say(`\r\n${logLine}\r\n`), thePrompt],
  },
  {
    name: 'a console message before the echo',
    answer: (scene) => [say(`\r\n${logLine}\r\n`), thePrompt, echo(scene), say(crlf(scene.lines)), thePrompt],
  },
  welcome('glued to the prompt', () => [say('\r\nAuthorised staff only. '), thePrompt]),
  welcome('with > and # in it', () => [
    say('###########\r\n# notes > #\r\ncall 5120 -> 3 >\r\n###########\r\nall rights reserved >\r\n'),
    thePrompt,
  ]),
  welcome('that ends like a prompt, rests, and goes on', () => [
    say('Planned work tonight\r\nnoc-duty# '),
    pause(1500),
    say('\r\n'),
    thePrompt,
  ]),
  welcome('that says the same prompt-like line twice', () => [
    say('lab# \r\nlab# '),
    pause(700),
    say('\r\n'),
    thePrompt,
  ]),
  welcome('that takes eight seconds', () => [say('booting\r\n'), pause(8000), thePrompt]),
  welcome('that drops what is typed into it', () => [say('> '), pause(2500), say('\r\n'), thePrompt]),
];
