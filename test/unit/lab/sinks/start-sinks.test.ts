import { expect, onTestFinished, test } from 'vitest';
import { startSinks, type SinksOptions } from '../../../../electron/lab/sinks/start-sinks';
import { nodeHttp } from '../../../../electron/node-http';
import { nodeMail } from '../../../../electron/node-mail';

async function started(options: SinksOptions = {}) {
  const sinks = await startSinks(options);
  onTestFinished(() => sinks.close());
  const post = async (url: string, body: unknown): Promise<Record<string, unknown>> => {
    const { text } = await nodeHttp({ method: 'POST', url, body: JSON.stringify(body), timeoutMs: 5000 });
    return JSON.parse(text) as Record<string, unknown>;
  };
  return { sinks, post };
}

test('what arrived at any of the three is seen in one list', async () => {
  const { sinks, post } = await started();
  const token = await nodeHttp({
    method: 'GET',
    url: `${sinks.wecom.url}/cgi-bin/gettoken?corpid=a&corpsecret=b`,
    timeoutMs: 5000,
  });
  const { access_token: accessToken } = JSON.parse(token.text) as { access_token: string };

  await post(`${sinks.wxpusher.url}/api/send/message`, {
    appToken: 'AT_x',
    content: '<p>页</p>',
    summary: '要',
    contentType: 2,
    uids: ['UID_a'],
  });
  await post(`${sinks.wecom.url}/cgi-bin/message/send?access_token=${accessToken}`, {
    touser: 'a',
    msgtype: 'text',
    agentid: 1,
    text: { content: '首行\n余下' },
  });
  await nodeMail({
    ...{ host: sinks.smtp.host, port: sinks.smtp.port, security: 'none', username: '', password: '' },
    ...{ from: 'a@example.com', to: ['b@example.com'], subject: '题', text: '文', html: '<p>文</p>' },
    ...{ messageId: '<1@example.com>', attachments: [], timeoutMs: 10_000 },
  });

  const received = sinks.received();
  expect(received.map(({ service, title, to }) => [service, title, ...to])).toEqual(
    expect.arrayContaining([
      ['wxpusher', '要', 'UID_a'],
      ['wecom', '首行', 'a'],
      ['smtp', '题', 'b@example.com'],
    ]),
  );
  expect(received).toHaveLength(3);
});

test('WxPusher refuses with HTTP 200 and its own words', async () => {
  const { sinks, post } = await started({ wxpusher: { appToken: 'AT_right', unknownUids: ['UID_gone'] } });
  const url = `${sinks.wxpusher.url}/api/send/message`;

  const wrong = await post(url, { appToken: 'AT_wrong', content: 'x', uids: ['UID_a'] });
  const nobody = await post(url, { appToken: 'AT_right', content: 'x' });
  const mixed = await post(url, { appToken: 'AT_right', content: 'x', uids: ['UID_a', 'UID_gone'] });

  expect([wrong['code'], nobody['code'], mixed['code']]).toEqual([1001, 1001, 1000]);
  expect(mixed['data']).toMatchObject([{ code: 1000 }, { uid: 'UID_gone', code: 1001 }]);
});

test('WeCom refuses a wrong secret, a strange token and an untrusted address', async () => {
  const { sinks, post } = await started({ wecom: { corpSecret: 'right' } });
  const other = await started({ wecom: { untrustedIp: '198.51.100.7' } });
  const ask = async (url: string) => (await nodeHttp({ method: 'GET', url, timeoutMs: 5000 })).text;

  expect(await ask(`${sinks.wecom.url}/cgi-bin/gettoken?corpid=a&corpsecret=wrong`)).toContain('40001');
  expect(await ask(`${other.sinks.wecom.url}/cgi-bin/gettoken?corpid=a&corpsecret=b`)).toMatch(
    /60020.*from ip: 198\.51\.100\.7/,
  );
  expect(await post(`${sinks.wecom.url}/cgi-bin/message/send?access_token=strange`, {})).toMatchObject({
    errcode: 40014,
  });
  expect(sinks.wecom.received).toEqual([]);
});
