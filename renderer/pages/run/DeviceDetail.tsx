import { Tabs } from 'antd';
import { useState } from 'react';
import type { RunId } from '../../../shared/model/ids';
import type { ReportDevice } from '../../../shared/model/report';
import type { RunState } from '../../../shared/model/run';
import { EmptyState } from '../../components/EmptyState';
import { LevelBadge } from '../../components/LevelBadge';
import { ResourceView } from '../../components/ResourceView';
import { Terminal } from '../../components/Terminal';
import { hostPort } from '../../format';
import { useFormat } from '../../hooks/use-format';
import { useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { liveOutputLimit } from '../../../shared/model/live-device';
import type { LiveEntry } from '../../state/live-run';
import { valueOf } from '../../state/resource';
import { reloadRunDevice, useRunDevice } from '../../state/run';
import { CommandList } from './CommandList';
import styles from './DeviceDetail.module.css';
import { FileList } from './FileList';
import { FindingList } from './FindingList';

type Props = {
  readonly runId: RunId;
  readonly runState: RunState;
  readonly entry: LiveEntry;
  /** The user picked this device, so what is on show does not change by itself. */
  readonly isChosen: boolean;
};

type Tab = 'output' | 'findings' | 'commands' | 'files';
const tabs: readonly Tab[] = ['output', 'findings', 'commands', 'files'];

/** One device of a run: output while it works, findings with their proof afterwards. */
export function DeviceDetail({ runId, runState, entry, isChosen }: Props) {
  const t = useT();
  const { device, state } = entry;
  const isFinished = state === 'finished';
  // A run that is over shows its findings; one going on, its output. Who reads output when it ends keeps it.
  const [picked, setPicked] = useState<Tab | null>(isChosen && runState === 'running' ? 'output' : null);
  const chosen = picked ?? (isFinished && runState !== 'running' ? 'findings' : 'output');
  const detail = useRunDevice(runId, isFinished ? device.id : null, runState);
  return (
    <section className={styles.detail} aria-label={device.name}>
      <DetailHead entry={entry} />
      <Tabs
        size="small"
        className={styles.tabs}
        activeKey={chosen}
        onChange={(key) => setPicked(tabs.find((tab) => tab === key) ?? 'output')}
        items={tabs.map((tab) => ({
          key: tab,
          label: <span data-testid={`detail-${tab}`}>{t(`run.tab.${tab}`)}</span>,
        }))}
      />
      <div className={styles.body}>
        {chosen === 'output' ? (
          <Output runId={runId} entry={entry} stored={valueOf(detail)} />
        ) : !isFinished ? (
          <EmptyState title={t('run.findings.wait')} />
        ) : (
          <div className={styles.scroll} role="region" aria-label={t(`run.tab.${chosen}`)} tabIndex={0}>
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

type OutputProps = {
  readonly runId: RunId;
  readonly entry: LiveEntry;
  /** The finished device as stored; undefined while that is not read. */
  readonly stored: ReportDevice | undefined;
};

function Output({ runId, entry, stored }: OutputProps) {
  const t = useT();
  // Of a run that this window did not follow, only the stored outputs are there.
  const isStored = entry.output === '' && stored !== undefined;
  const text = isStored ? storedOutput(stored) : entry.output;
  return (
    <>
      <Terminal
        sourceKey={`${runId}/${entry.device.id}${isStored ? '/stored' : ''}`}
        label={t('run.output.label', { name: entry.device.name })}
        text={text}
        end={isStored ? text.length : entry.outputEnd}
      />
      <p className={styles.note}>
        {text !== ''
          ? entry.outputEnd > liveOutputLimit && t('run.output.tail')
          : entry.state !== 'finished'
            ? t('run.output.empty')
            : stored === undefined
              ? t('common.loading')
              : t('run.output.none')}
      </p>
    </>
  );
}

function storedOutput(device: ReportDevice): string {
  return device.commands
    .filter((command) => command.text !== '')
    .map((command) => `> ${command.command}\n${command.text}`)
    .join('\n\n');
}
