import { afterEach, expect, test, vi } from 'vitest';
import { processConsole } from '../../../electron/headless/console';
import { redactor } from '../../../electron/headless/process-text';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What a stream of this process was given. */
function written(stream: NodeJS.WriteStream): string[] {
  const lines: string[] = [];
  vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  return lines;
}

test('stdout and stderr give no secret and no order to the terminal that reads them', () => {
  redactor.register('Known.Secret.7');
  const [out, err] = [written(process.stdout), written(process.stderr)];
  const console = processConsole('en');

  console.json({ device: 'edge\u009d0;title\u009c\u202e', words: 'told Known.Secret.7' });
  console.out('edge\u001b]52;c;YQ==\u0007\tKnown.Secret.7');
  console.note('edge\u001b[6n password: guess');

  expect(out).toEqual(['{"device":"edge\\u009d0;title\\u009c\\u202e","words":"told ******"}\n', 'edge\t******\n']);
  expect(err).toEqual(['edge password: ******\n']);
});
