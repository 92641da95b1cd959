import { CheckOutlined, CloseOutlined, MinusOutlined } from '@ant-design/icons';
import type { DeviceTest } from '../../../shared/contract/devices';
import type { Protocol } from '../../../shared/model/device';
import type { Phase } from '../../../shared/model/run';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import styles from './TestLadder.module.css';

const ladders: Readonly<Record<Protocol, readonly Phase[]>> = {
  ssh: ['tcp', 'banner', 'kex', 'host-key', 'auth', 'shell', 'prompt'],
  telnet: ['tcp', 'auth', 'prompt'],
};

type Props = { readonly protocol: Protocol; readonly result: DeviceTest };
type Step = { readonly phase: Phase; readonly state: 'passed' | 'broken' | 'notreached' };

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

/** The usual steps of the protocol and any other that the result names, in the order of the result first. */
export function ladderOf(protocol: Protocol, result: Pick<DeviceTest, 'passed' | 'broken'>): readonly Step[] {
  const broken = result.broken === null ? [] : [result.broken];
  const rest = ladders[protocol].filter((phase) => !result.passed.includes(phase) && phase !== result.broken);
  return [
    ...result.passed.map((phase) => ({ phase, state: 'passed' as const })),
    ...broken.map((phase) => ({ phase, state: 'broken' as const })),
    ...(result.broken === null ? [] : rest.map((phase) => ({ phase, state: 'notreached' as const }))),
  ];
}
