import { Button } from 'antd';
import { useCallback } from 'react';
import { Definitions } from '../../components/Definitions';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Panel } from '../../components/Panel';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { openDataFolder, useAppInfo } from '../../state/app';
import { valueOf } from '../../state/resource';

/** Version, runtime and where the data lies. */
export function AboutSection() {
  const t = useT();
  const info = valueOf(useAppInfo());
  const open = useAction(useCallback(() => openDataFolder(), []));
  if (info === undefined) return null;
  return (
    <Panel
      title={t('settings.section.about')}
      extra={
        <Button size="small" onClick={() => void open.run()}>
          {t('settings.about.open')}
        </Button>
      }
    >
      {open.error === null ? null : <ErrorNotice error={open.error} onClose={open.clearError} />}
      <Definitions
        items={[
          { term: t('settings.about.version'), value: info.version },
          { term: t('settings.about.runtime'), value: `${info.runtime} · ${info.platform}` },
          { term: t('settings.about.data'), value: info.dataFolder },
        ]}
      />
    </Panel>
  );
}
