import { expect, test } from 'vitest';
import { withFleet } from '../../support/lab';
import { connect, openFiles, openShell } from './ssh-terminal';

const spec = { name: 'sw1', personality: 'os6860-aos8' };
const prompt = 'HQ-B2-OS6860-> ';

test('a command is echoed, answered with CR LF, and followed by the prompt', () =>
  withFleet([spec], async (fleet) => {
    const device = fleet.device('sw1');
    const shell = await openShell(await connect(device));

    const welcome = await shell.until(prompt);
    shell.type('show health\r');
    const answer = await shell.until(prompt);

    expect(welcome).toBe(`\r\n${prompt}`);
    expect(answer).toBe(
      `show health\r\n${device.expected.transcript('show health').replaceAll('\n', '\r\n')}${prompt}`,
    );
    expect(answer).toContain('Memory                    10       10      10      10\r\n');
  }));
