import { expect, test } from 'vitest';
import { parseFileSystems, sizeBytes } from '../../../../../electron/engine/vendors/dialects/unix/file-systems';
import { parseFree } from '../../../../../electron/engine/vendors/linux/memory';
import { parseTop } from '../../../../../electron/engine/vendors/dialects/unix/top';
import { parseClock, parseUptime, shellLines, upSeconds } from '../../../../../electron/engine/vendors/linux/uptime';

test.each([
  ['40 days,  2:38', 3_465_480],
  ['2:11', 7860],
  ['35 min', 2100],
  ['1 day, 3 min', 86_580],
  ['a while', undefined],
  ['', undefined],
])('up %s is %s seconds', (words, seconds) => {
  expect(upSeconds(words)).toBe(seconds);
});

test('a prompt with a dollar behind the answer is no cut', () => {
  const text = ' 12:03:14 up 2:11,  1 user,  load average: 0.31, 0.25, 0.21\n[ops@srv ~]$ ';

  expect(parseUptime(text)).toMatchObject({ readings: [{ values: { seconds: 7860 } }] });
});

test.each([
  ['7.8G', 8_375_186_227],
  ['0', 0],
  ['512B', 512],
  ['1014M', 1_063_256_064],
  ['lots', undefined],
])('%s is %s bytes', (word, bytes) => {
  expect(sizeBytes(word)).toBe(bytes);
});

const df = (text: string) => parseFileSystems(shellLines(text), text, ({ device }) => device.startsWith('/dev/'));
const dfHead = 'Filesystem  Size  Used Avail Use% Mounted on\n';

test('a long name breaks its row, a negative rest is full', () => {
  expect(df(`${dfHead}/dev/mapper/a-name-too-long\n   50G   51G   -1G  100% /\n`)).toMatchObject({
    readings: [{ subject: '/', values: { freeBytes: 0 } }],
  });
});

test.each([
  ['only the heading', dfHead, 'no-row'],
  ['a long name without its numbers', `${dfHead}/dev/mapper/a-name\n`, 'cut'],
  ['a strange row', `${dfHead}/dev/sda1 full\n/dev/sda2 1G 1G 0 100% /x\n`, 'not-understood'],
  ['more free than there is', `${dfHead}/dev/sda1 1G 0 2G 0% /\n/dev/sda2 1G 1G 0 100% /x\n`, 'not-understood'],
])('df: %s', (_name, text, reason) => {
  expect(df(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('free: the swap ends it, caches are not used, Chinese reads the same', () => {
  const head = '        total        used        free      shared  buff/cache   available\n';
  const row = 'Mem:     1000         900          50          10          50         400\n';

  expect(parseFree(`${head}${row}`)).toMatchObject({ reason: 'cut' });
  expect(parseFree(`${head}${row}Swap:  10  0  10\n`)).toMatchObject({ readings: [{ values: { percent: 60 } }] });
  expect(
    parseFree(
      '   总计   已用   空闲   共享   缓冲/缓存   可用\n内存：  1000  900  50  10  50  400\n交换：  10  0  10\n',
    ),
  ).toMatchObject({ readings: [{ values: { percent: 60 } }] });
});

test('top: old and new count the memory the same way', () => {
  const head = 'top - 12:03:14 up 2:11,  1 user,  load average: 0.31, 0.25, 0.21\n';
  const now = `${head}%Cpu(s):  8.2 us, 87.2 id\nMiB Mem :  1000.0 total, 50.0 free, 900.0 used, 50.0 buff/cache\nMiB Swap:  0.0 total, 0.0 free, 0.0 used. 400.0 avail Mem\n`;
  const old = `${head}Cpu(s):  8.2%us, 87.2%id\nMem:  1000k total,  900k used,  100k free,  100k buffers\nSwap:  0k total,  0k used,  0k free,  200k cached\n`;

  expect(parseTop(now)).toMatchObject({ readings: [{ values: { percent: 12.8 } }, { values: { percent: 60 } }] });
  expect(parseTop(old)).toMatchObject({ readings: [{ values: { percent: 12.8 } }, { values: { percent: 60 } }] });
  expect(parseTop(head)).toMatchObject({ reason: 'cut' });
});

test.each([
  ['System clock synchronized: yes\n', 1],
  ['NTP synchronized: no\n', 0],
  ['Leap status     : Normal\n', 1],
  ['Leap status     : Not synchronised\n', 0],
])('%s', (text, synchronised) => {
  expect(parseClock(text)).toMatchObject({ readings: [{ values: { synchronised } }] });
});
