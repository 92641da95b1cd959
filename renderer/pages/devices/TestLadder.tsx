import { CheckOutlined, CloseOutlined, MinusOutlined } from '@ant-design/icons';
import type { DeviceTest } from '../../../shared/contract/devices';
import { rungsOf } from '../../../shared/model/connection-test';
import type { Protocol } from '../../../shared/model/device';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import { Suggestion } from './Suggestion';
import styles from './TestLadder.module.css';

type Props = { readonly protocol: Protocol; readonly result: DeviceTest };

/** The steps of a connection: those passed, the one that broke, those not reached. */
export function TestLadder({ protocol, result }: Props) {
  const t = useT();
  const format = useFormat();
  const took = format.duration(result.ms);
  return (
    <div>
      <p className={result.broken === null ? styles.good : styles.bad}>
        {result.broken === null
          ? t('devices.test.passed', { duration: took })
          : t('devices.test.broken', { phase: t(`phase.${result.broken}`), duration: took })}
      </p>
      <ol className={styles.ladder}>
        {rungsOf(protocol, result).map(({ rung, state }) => (
          <li key={rung} className={styles[state === 'n/a' ? 'unreached' : state]}>
            <span className={styles.icon} aria-hidden="true">
              {state === 'passed' ? <CheckOutlined /> : state === 'broken' ? <CloseOutlined /> : <MinusOutlined />}
            </span>
            <span className={styles.phase}>{t(`phase.${rung}`)}</span>
            <span className={styles.state}>{t(`test.state.${state}`)}</span>
          </li>
        ))}
      </ol>
      {result.broken === null ? null : (
        <p className={styles.note}>{t('test.next', { next: t(`test.next.${result.broken}`) })}</p>
      )}
      {result.fileWay == null ? null : (
        <p className={styles.note}>{t('test.way', { way: result.fileWay.toUpperCase() })}</p>
      )}
      {result.suggestedPlatform == null ? null : <Suggestion suggested={result.suggestedPlatform} />}
    </div>
  );
}
