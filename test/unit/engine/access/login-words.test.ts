import { expect, test } from 'vitest';
import { loginAsk } from '../../../../electron/engine/access/login-words';

test.each([
  'login: ',
  'login : ',
  'SW-1 login: ',
  'Username:',
  'User Name : ',
  '用户名:',
  '用户名：',
  '登录名: ',
  '账号：',
])('%j asks for the user', (line) => {
  expect(loginAsk(['Welcome', line], false)).toBe('user');
});

test.each(['Password:', 'password : ', 'Password: ', '密码:', '密码：', '口令: ', 'Password for admin: '])(
  '%j asks for the password',
  (line) => {
    expect(loginAsk([line], false)).toBe('password');
  },
);

test.each([
  'Login incorrect',
  '% Login invalid',
  '% Authentication failed',
  'Access denied',
  'Error: Username or password error.',
  '认证失败',
  '用户名或密码错误',
])('%j is a refusal once the password was sent', (line) => {
  expect(loginAsk([line, ''], true)).toBe('refused');
  expect(loginAsk([line, ''], false)).not.toBe('refused');
});

test.each(['Last login: Mon Mar  2 08:00:00 from 192.0.2.7', 'sw-> ', '', 'Password expires in 3 days'])(
  '%j asks for nothing',
  (line) => {
    expect(loginAsk([line], true)).toBeUndefined();
  },
);
