import { CheckOutlined, CloseOutlined, MinusOutlined } from '@ant-design/icons';
import type { DeviceTest } from '../../../shared/contract/devices';
import type { Protocol } from '../../../shared/model/device';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import { ladderOf } from './test-ladder';
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
        {ladderOf(protocol, result).map(({ phase, state }) => (
          <li key={phase} className={styles[state]}>
            <span className={styles.icon} aria-hidden="true">
              {state === 'passed' ? <CheckOutlined /> : state === 'broken' ? <CloseOutlined /> : <MinusOutlined />}
            </span>
            <span className={styles.phase}>{t(`phase.${phase}`)}</span>
            <span className={styles.state}>{t(`devices.test.step.${state}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
