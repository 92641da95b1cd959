import { answered, echo, spoiledLines, told, whole, withLines, type Hazard } from './hazard';
import { crlf, pause, say, thePrompt } from './steps';

const esc = '\u001b';
/** 风扇正常，电源正常 in GBK. */
const gbkWords = Buffer.from('b7e7c9c8d5fdb3a3a3acb5e7d4b4d5fdb3a3', 'hex');
const gbkText = '风扇正常，电源正常';

const gbkLine = Buffer.concat([gbkWords, Buffer.from('\r\n')]);
const manyRows = Array.from({ length: 70_000 }, (_, row) => `${row} 1/1/${row % 52} up 1000 full ${'.'.repeat(40)} ok`);
const longLine = 'vlan '.repeat(4000) + 'end';

/** Bytes and layouts inside an answer. */
export const textHazards: readonly Hazard[] = [
  { name: 'nothing out of the ordinary' },
  spoiledLines('line ends LF', (line) => line, undefined, '\n'),
  spoiledLines('line ends CR CR LF', (line) => line, undefined, '\r\r\n'),
  spoiledLines('line ends LF CR', (line) => line, undefined, '\n\r'),
  spoiledLines('line ends CR NUL LF', (line) => line, undefined, '\r\0\n'),
  spoiledLines('NUL between letters', (line) => `\0${line.split('').join('\0')}\0`),
  spoiledLines('BEL at both ends of lines', (line) => `\u0007${line}\u0007`),
  spoiledLines('DEL and other control bytes', (line) => `\u007f\u0001${line}\u000e\u000f`),
  spoiledLines(
    'backspaces over wrong letters',
    (line) => `${line}xyz\b\b\b   \b\b\b`,
    (line) => `${line}   `,
  ),
  spoiledLines('a turning wheel before each line', (line) => `|\b/\b-\b\\\b \b${line}`),
  spoiledLines('percentages overwritten by CR', (line) => `10%\r50%\r100%\r    \r${line}`),
  spoiledLines('colours', (line) => `${esc}[1;32m${line}${esc}[0m`),
  spoiledLines('erased to the line end and written anew', (line) => `draft${esc}[5D${esc}[K${line}`),
  spoiledLines('cursor home of the line by ESC[1G', (line) => `#####${esc}[1G${esc}[2K${line}`),
  spoiledLines('window title before each line', (line) => `${esc}]0;switch${'\u0007'}${line}`),
  spoiledLines('character sets and keypad modes', (line) => `${esc}(B${esc}=${esc}[?1h${line}${esc}>`),
  spoiledLines(
    'blanks at line ends',
    (line) => `${line}   `,
    (line) => `${line}   `,
  ),
  spoiledLines(
    'TABs',
    (line) => `\t${line}\tx`,
    (line) => `\t${line}\tx`,
  ),
  spoiledLines(
    'wide Chinese text',
    (line) => `接口${line}状态：正常`,
    (line) => `接口${line}状态：正常`,
  ),
  spoiledLines(
    'letters outside the basic plane',
    (line) => `𠮷${line}😀`,
    (line) => `𠮷${line}😀`,
  ),
  withLines('blank lines before and behind', ({ lines }) => ['', '', ...lines, '', '']),
  withLines('nothing at all', () => []),
  withLines('only blank lines', () => ['', '']),
  withLines('a syslog line in the middle', ({ lines }) => [
    ...lines.slice(0, 1),
    'Mar  2 10:00:00 sw swlogd: portMgrCmm library(3) alarm(4) port 1/1/9 down',
    ...lines.slice(1),
  ]),
  withLines('a syslog line before the answer', ({ lines }) => ['%LINK-3-UPDOWN: Interface Gi1/0/9, down', ...lines]),
  {
    name: 'a syslog line that breaks a line in two',
    answer: (scene) => answered(scene, crlf(scene.lines).replace(/(.)/, '$1\r\n*Mar  2 10:00:00: %SYS-5-X: y\r\n')),
    outcome: ({ lines }) => ({
      text: told(lines).replace(/(.)/, '$1\n*Mar  2 10:00:00: %SYS-5-X: y\n'),
      end: 'complete',
    }),
  },
  {
    name: 'an answer in GBK',
    answer: (scene) => answered(scene, Buffer.concat([gbkLine, gbkLine])),
    outcome: () => whole([gbkText, gbkText]),
  },
  {
    name: 'GBK and UTF-8 in one answer',
    answer: (scene) =>
      answered(scene, Buffer.concat([Buffer.from('名称：机房交换机\r\n'), gbkLine, Buffer.from('位置：三楼\r\n')])),
    outcome: () => whole(['名称：机房交换机', gbkText, '位置：三楼']),
  },
  {
    name: 'bytes of no encoding',
    answer: (scene) => answered(scene, Buffer.from('61ff620d0a64ff0d0a', 'hex')),
    outcome: () => whole(['a\ufffdb', 'd\ufffd']),
  },
  {
    name: 'no line end before the prompt',
    answer: (scene) => answered(scene, crlf(scene.lines).replace(/\r\n$/, '')),
    outcome: ({ lines }) => ({ text: lines.join('\n'), end: 'complete' }),
  },
  {
    name: 'one line of 20 000 letters',
    answer: (scene) => answered(scene, `${longLine}\r\n`),
    outcome: () => whole([longLine]),
    isLong: true,
  },
  {
    name: '5 MB in one answer',
    answer: (scene) => answered(scene, crlf(manyRows)),
    outcome: () => whole(manyRows),
    isLong: true,
  },
  {
    name: 'eight seconds of silence between lines',
    answer: (scene) => [
      echo(scene),
      ...scene.lines.flatMap((line) => [pause(8000), say(`${line}\r\n`)]),
      pause(8000),
      thePrompt,
    ],
    isShort: true,
  },
];
