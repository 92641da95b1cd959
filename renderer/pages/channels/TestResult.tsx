import { Alert } from 'antd';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import type { ChannelTest } from '../../state/channels';
import { deliveryVerdict } from './channel-form';
import styles from './TestResult.module.css';

const alertTypes = { pass: 'success', warn: 'warning', fail: 'error' } as const;

/** What a service answered to a test message, in its own words. */
export function TestResult({ result }: { readonly result: ChannelTest }) {
  const t = useT();
  const format = useFormat();
  const { delivery, ms } = result;
  const { tone, key } = deliveryVerdict(delivery);
  return (
    <div data-testid="channel-test-result" data-delivery={delivery.kind} role="status">
      <Alert
        type={alertTypes[tone]}
        showIcon
        title={
          <>
            <p className={styles.title}>{t(key, { duration: format.duration(ms) })}</p>
            {delivery.words === '' ? null : (
              <p>
                {t('channels.test.words')} <code className={styles.words}>{delivery.words}</code>
              </p>
            )}
            {delivery.kind === 'partial'
              ? delivery.refused.map(({ recipient, reason }) => (
                  <p key={recipient}>
                    <b>{recipient}</b> <code className={styles.words}>{reason}</code>
                  </p>
                ))
              : null}
          </>
        }
      />
    </div>
  );
}
