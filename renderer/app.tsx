import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { useScheme, useStillness } from './hooks/use-scheme';
import { useLocale } from './i18n';
import { Shell } from './shell/Shell';
import { followApp, useAppInfo } from './state/app';
import { followOutbox } from './state/channels';
import { valueOf } from './state/resource';
import { followRuns } from './state/run';
import { loadVault } from './state/vault';
import { antdTokens } from './theme';

/** The whole window: theme, language, and the streams it follows as long as it lives. */
export function App() {
  const locale = useLocale();
  const info = valueOf(useAppInfo());
  const scheme = useScheme(info?.theme ?? 'system');
  const isStill = useStillness();
  useEffect(() => {
    const stops = [followApp(), followRuns(), followOutbox()];
    void loadVault();
    return () => stops.forEach((stop) => stop());
  }, []);
  return (
    <ConfigProvider
      locale={locale === 'en' ? enUS : zhCN}
      theme={antdTokens(scheme, isStill)}
      // Two Chinese characters are not spread apart in buttons.
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntdApp style={{ height: '100%' }} message={{ maxCount: 3 }}>
        <Shell />
      </AntdApp>
    </ConfigProvider>
  );
}
