import type { Page } from 'playwright-core';
import type { Sinks } from '../electron/lab/sinks/start-sinks';
import type { DrivenApp } from './app-driver';

/** Secrets of the demo's channels. After a run they must be found nowhere on the disk. */
export const demoSecrets = {
  smtp: 'demo-mail-authorisation-9182',
  wxpusher: 'AT_demoTokenOfNoRealApplication',
  wecom: 'demoSecretOfNoRealCorporation-5521',
} as const;

/** Sets up the vault as a person does where the system has no key store. */
export async function setMasterPassword(page: Page, password: string): Promise<void> {
  await page.getByTestId('vault-gate').waitFor();
  await page.getByTestId('vault-password').fill(password);
  await page.getByTestId('vault-password-repeat').fill(password);
  await page.getByTestId('vault-set').click();
  await page.getByTestId('vault-gate').waitFor({ state: 'detached' });
}

/** E-mail, WxPusher and WeCom, each pointed at its stand-in. */
export async function addDemoChannels({ call }: DrivenApp, sinks: Sinks): Promise<void> {
  const common = { isEnabled: true, sendOn: 'always' } as const;
  const { smtp, wxpusher, wecom } = sinks;
  await call('channels.save', {
    ...common,
    kind: 'email',
    name: '运维邮箱',
    options: {
      host: smtp.host,
      port: smtp.port,
      security: 'none',
      username: 'noc@example.com',
      from: 'noc@example.com',
      to: ['zhang.wei@example.com', 'li.na@example.com'],
    },
    secretTexts: { password: demoSecrets.smtp },
  });
  await call('channels.save', {
    ...common,
    kind: 'wxpusher',
    name: '微信推送',
    options: { baseUrl: wxpusher.url, uids: ['UID_demoZhangWei', 'UID_demoLiNa'], topicIds: [] },
    secretTexts: { appToken: demoSecrets.wxpusher },
  });
  await call('channels.save', {
    ...common,
    kind: 'wecom-app',
    name: '企业微信',
    options: {
      baseUrl: wecom.url,
      corpId: 'ww0000000000000000',
      agentId: 1000002,
      toUser: ['zhangwei', 'lina'],
      toParty: [],
      toTag: [],
    },
    secretTexts: { corpSecret: demoSecrets.wecom },
  });
}
