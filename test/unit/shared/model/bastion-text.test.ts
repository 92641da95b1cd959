import { expect, test } from 'vitest';
import { Bastion, waitPattern } from '../../../../shared/model/bastion';
import { bastionScript } from '../../../../shared/model/bastion-presets';
import { bastionText, readBastionText } from '../../../../shared/model/bastion-text';

const ways: readonly { readonly text: string; readonly bastion: Bastion }[] = [
  { text: 'jumpserver', bastion: { preset: 'jumpserver' } },
  {
    text: 'linux\n!accept-new-host-keys\n!sessions 12',
    bastion: { preset: 'linux', acceptsNewKeys: true, sessions: 12 },
  },
  {
    text: 'Opt> => {host}\n? password: => {password}\n!leave exit now',
    bastion: {
      steps: [
        { wait: 'Opt>', send: '{host}' },
        { wait: 'password:', send: '{password}', isOptional: true },
      ],
      leave: 'exit now',
    },
  },
  { text: 'press Enter =>', bastion: { steps: [{ wait: 'press Enter', send: '' }] } },
];

test.each(ways)('$text is read, and written so that it is read the same again', ({ text, bastion }) => {
  expect(readBastionText(text)).toEqual({ kind: 'good', bastion });
  expect(readBastionText(bastionText(bastion))).toEqual({ kind: 'good', bastion });
});

test('other arrows, widths and line ends are taken as well', () => {
  expect(readBastionText('选择主机：→{host#}\r\n？密码： ⇒ {password}\r\n')).toEqual({
    kind: 'good',
    bastion: {
      steps: [
        { wait: '选择主机：', send: '{host#}' },
        { wait: '密码：', send: '{password}', isOptional: true },
      ],
    },
  });
});

test.each([
  ['', 'empty', 1],
  ['!sessions 3', 'empty', 1],
  ['Opt>', 'no-arrow', 1],
  ['Opt> => {host}\n=> {user}', 'no-arrow', 2],
  ['/(/ => {host}', 'bad-pattern', 1],
  ['Opt> => {hots}', 'unknown-place', 1],
  ['Password: => {user}{password}', 'password-not-alone', 1],
  ['Password: => hunter2', 'secret-in-text', 1],
  ['密码： => hunter2', 'secret-in-text', 1],
  ['Opt> => {host}\n!session 3', 'unknown-option', 2],
  ['Opt> => {host}\n!sessions 1000', 'unknown-option', 2],
  ['linux\nOpt> => {host}', 'preset-and-steps', 2],
  [Array.from({ length: 21 }, () => 'Opt> => {host}').join('\n'), 'too-many', 1],
])('%j is refused as %s on line %d', (text, problem, line) => {
  expect(readBastionText(text)).toMatchObject({ kind: 'bad', problem, line });
});

test('the stored form refuses the same mistakes', () => {
  expect(Bastion.safeParse({ steps: [{ wait: 'password:', send: 'hunter2' }] }).success).toBe(false);
  expect(Bastion.safeParse({ preset: 'linux', steps: [{ wait: 'Opt>', send: '{host}' }] }).success).toBe(false);
  expect(Bastion.safeParse({}).success).toBe(false);
});

test('plain words are no pattern, and stand in any case of letters', () => {
  expect(waitPattern('[Host]>')?.test('[host]> ')).toBe(true);
  expect(waitPattern('[Host]>')?.test('H> ')).toBe(false);
  expect(waitPattern('/Host[12]>/')?.test('host1>')).toBe(false);
});

test.each(['jumpserver', 'menu', 'linux'] as const)(
  'the steps of the preset %s are steps that a user could write',
  (preset) => {
    for (const protocol of ['ssh', 'telnet'] as const) {
      const { steps } = bastionScript({ preset }, protocol);
      expect(Bastion.safeParse({ steps: [...steps] }).error?.issues).toBeUndefined();
      expect(steps.some(({ isOptional }) => isOptional !== true)).toBe(true);
    }
  },
);
