import { useMemo } from 'react';
import type { ReportDevice, ReportFinding } from '../../../shared/model/report';
import type { Level } from '../../../shared/model/verdict';
import { Disclosure } from '../../components/Disclosure';
import { EmptyState } from '../../components/EmptyState';
import { LevelBadge } from '../../components/LevelBadge';
import { useT } from '../../i18n';
import { countFindings, groupFindings, type FindingGroup } from './finding-groups';
import { FindingItem } from './FindingItem';
import styles from './FindingList.module.css';

/** So many findings of one check at one level are shown before the rest is folded. */
const shownOfGroup = 3;

/** The findings of one device: what needs somebody in full, worst first; what is well, folded with its count. */
export function FindingList({ device }: { readonly device: ReportDevice }) {
  const t = useT();
  const { troubles, good, notApplicable } = useMemo(() => groupFindings(device.findings), [device.findings]);
  return (
    <div className={styles.list}>
      {device.problem === null ? null : (
        <p className={styles.problem}>
          {device.phase === null ? null : (
            <b>{t('run.findings.problem', { phase: t(`phase.${device.phase}`) })}&emsp;</b>
          )}
          {device.problem}
        </p>
      )}
      {device.findings.length === 0 ? <EmptyState title={t('run.findings.empty')} /> : null}
      {troubles.map((group) => (
        <TroubleGroup key={group.key} group={group} />
      ))}
      <FoldedPart level="pass" groups={good} isOpenAtFirst={troubles.length === 0} />
      <FoldedPart level="n/a" groups={notApplicable} isOpenAtFirst={false} />
    </div>
  );
}

function TroubleGroup({ group: { findings, title, level } }: { readonly group: FindingGroup }) {
  const t = useT();
  // A fold for a single finding would take the place of that finding.
  const shown = findings.length <= shownOfGroup + 1 ? findings : findings.slice(0, shownOfGroup);
  const rest = findings.slice(shown.length);
  const advice = findings[0]?.advice;
  return (
    <>
      <Items findings={shown} adviceSaid={undefined} />
      {rest.length === 0 ? null : (
        <div className={styles.more}>
          <Disclosure
            testId="findings-more"
            title={
              <>
                <LevelBadge level={level} />
                <span>{t('run.findings.more', { title, count: rest.length })}</span>
              </>
            }
          >
            <Items findings={rest} adviceSaid={advice} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

type FoldedProps = {
  readonly level: Level;
  readonly groups: readonly FindingGroup[];
  readonly isOpenAtFirst: boolean;
};

/** All findings of a level that asks for nothing: checks with their counts, their findings one fold further. */
function FoldedPart({ level, groups, isOpenAtFirst }: FoldedProps) {
  const t = useT();
  if (groups.length === 0) return null;
  return (
    <div className={styles.folded}>
      <Disclosure
        isOpenAtFirst={isOpenAtFirst}
        testId={`findings-${level === 'pass' ? 'good' : 'na'}`}
        title={
          <>
            <LevelBadge level={level} />
            <span className={styles.count}>{t('run.findings.count', { count: countFindings(groups) })}</span>
          </>
        }
      >
        <div className={styles.groups}>
          {groups.map((group) =>
            group.findings.length === 1 ? (
              <Items key={group.key} findings={group.findings} adviceSaid={undefined} />
            ) : (
              <Disclosure
                key={group.key}
                testId="findings-group"
                title={
                  <>
                    <b>{group.title}</b>
                    <span className={styles.count}>{t('run.findings.count', { count: group.findings.length })}</span>
                  </>
                }
              >
                <Items findings={group.findings} adviceSaid={undefined} />
              </Disclosure>
            ),
          )}
        </div>
      </Disclosure>
    </div>
  );
}

type ItemsProps = {
  readonly findings: readonly ReportFinding[];
  /** Advice that was given above. */
  readonly adviceSaid: string | undefined;
};

function Items({ findings, adviceSaid }: ItemsProps) {
  return (
    <ul>
      {findings.map((finding, place) => {
        const isSaid = finding.advice === adviceSaid || (place > 0 && finding.advice === findings[place - 1]?.advice);
        return <FindingItem key={place} finding={finding} hidesAdvice={isSaid} />;
      })}
    </ul>
  );
}
