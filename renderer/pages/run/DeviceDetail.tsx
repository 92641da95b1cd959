import { Tabs } from 'antd';
import { useState } from 'react';
import type { RunId } from '../../../shared/model/ids';
import type { RunState } from '../../../shared/model/run';
import { EmptyState } from '../../components/EmptyState';
import { LevelBadge } from '../../components/LevelBadge';
import { ResourceView } from '../../components/ResourceView';
import { Terminal } from '../../components/Terminal';
import { hostPort } from '../../format';
import { useFormat } from '../../hooks/use-format';
import { useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { outputLimit, type LiveEntry } from '../../state/live-run';
import { reloadRunDevice, useRunDevice } from '../../state/run';
import { CommandList } from './CommandList';
import styles from './DeviceDetail.module.css';
import { FileList } from './FileList';
import { FindingList } from './FindingList';

type Props = {
  readonly runId: RunId;
  readonly runState: RunState;
  readonly entry: LiveEntry;
};

type Tab = 'output' | 'findings' | 'commands' | 'files';
const tabs: readonly Tab[] = ['output', 'findings', 'commands', 'files'];

/** One device of a run: output while it works, findings with their proof afterwards. */
export function DeviceDetail({ runId, runState, entry }: Props) {
  const t = useT();
  const { device, state } = entry;
  const isFinished = state === 'finished';
  // A run that is over opens on its findings; one going on, on its output. What the user chooses stays.
  const [chosen, setChosen] = useState<Tab>(isFinished && runState !== 'running' ? 'findings' : 'output');
  const detail = useRunDevice(runId, isFinished ? device.id : null, runState);
  return (
    <section className={styles.detail} aria-label={device.name}>
      <DetailHead entry={entry} />
      <Tabs
        size="small"
        className={styles.tabs}
        activeKey={chosen}
        onChange={(key) => setChosen(tabs.find((tab) => tab === key) ?? 'output')}
        items={tabs.map((tab) => ({
          key: tab,
          label: <span data-testid={`detail-${tab}`}>{t(`run.tab.${tab}`)}</span>,
        }))}
      />
      <div className={styles.body}>
        {chosen === 'output' ? (
          <Output runId={runId} entry={entry} />
        ) : !isFinished ? (
          <EmptyState title={t('run.findings.wait')} />
        ) : (
          <div className={styles.scroll}>
            <ResourceView resource={detail} onRetry={() => void reloadRunDevice(runId, device.id)}>
              {(report) =>
                chosen === 'findings' ? (
                  <FindingList device={report} />
                ) : chosen === 'commands' ? (
                  <CommandList commands={report.commands} />
                ) : (
                  <FileList files={report.files} />
                )
              }
            </ResourceView>
          </div>
        )}
      </div>
    </section>
  );
}

function DetailHead({ entry }: { readonly entry: LiveEntry }) {
  const t = useT();
  const format = useFormat();
  const textOf = useLocalText();
  const catalogue = useCatalogue();
  const { device, verdict, totalMs } = entry;
  const platform = catalogue?.deviceTypes.find((type) => type.id === device.platform);
  return (
    <header className={styles.head}>
      <h2 className={styles.name}>{device.name}</h2>
      <span className={styles.mono}>{hostPort(device.host, device.port)}</span>
      <span className={styles.faint}>{platform === undefined ? device.platform : textOf(platform.labels)}</span>
      <span className={styles.spacer} />
      {totalMs === null ? null : (
        <span className={styles.faint}>{t('run.device.time', { duration: format.duration(totalMs) })}</span>
      )}
      {verdict === null ? (
        <span className={styles.faint}>
          {entry.phase === null ? t('run.device.waiting') : t(`phase.${entry.phase}`)}
        </span>
      ) : (
        <LevelBadge level={verdict} />
      )}
    </header>
  );
}

function Output({ runId, entry }: { readonly runId: RunId; readonly entry: LiveEntry }) {
  const t = useT();
  const isEmpty = entry.output === '';
  const note = !isEmpty
    ? entry.outputEnd > outputLimit
      ? t('run.output.tail')
      : null
    : entry.state === 'finished'
      ? t('run.output.none')
      : t('run.output.empty');
  return (
    <>
      <Terminal
        sourceKey={`${runId}/${entry.device.id}`}
        label={t('run.output.label', { name: entry.device.name })}
        text={entry.output}
        end={entry.outputEnd}
      />
      {note === null ? null : <p className={styles.note}>{note}</p>}
    </>
  );
}
