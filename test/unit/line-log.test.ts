import { expect, test } from 'vitest';
import { createFilter } from '../../electron/engine/text/filter';
import { createRedactor } from '../../electron/engine/text/redact';
import { lineLog } from '../../electron/line-log';

test('a line of the log holds no secret and no order to a terminal, in fields and causes neither', () => {
  const lines: string[] = [];
  const redactor = createRedactor();
  redactor.register('Known.Secret.7');
  const log = lineLog('info', (_level, line) => void lines.push(line), createFilter(redactor).text);

  const cause = new Error('refused Known.Secret.7 for password=guess\u001b]0;title\u0007');
  log.error('device failed', { words: '\u009b2J\u202esnmp-server community guess' }, cause);

  expect(lines[0]?.split('\n').slice(0, 2)).toEqual([
    'device failed words=snmp-server community ******',
    'Error: refused ****** for password=******',
  ]);
});
