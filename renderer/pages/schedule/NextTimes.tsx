import { Form } from 'antd';
import type { When } from '../../../shared/model/schedule';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import { useNextTimes } from '../../state/schedule';
import styles from './NextTimes.module.css';
import { whenOf } from './when';

/** The next five times of the schedule being typed. */
export function NextTimes() {
  const t = useT();
  const format = useFormat();
  const kind = Form.useWatch<When['kind'] | undefined>('kind');
  const expression = Form.useWatch<string | undefined>('expression');
  const minutes = Form.useWatch<number | null | undefined>('minutes');
  const times = useNextTimes(whenOf({ kind, expression, minutes }));
  return (
    <section className={styles.box} aria-live="polite" data-testid="schedule-next">
      <h3 className={styles.title}>{t('schedule.preview.title')}</h3>
      {times === null ? (
        <p className={styles.faint}>{t('schedule.preview.empty')}</p>
      ) : times.kind === 'loading' ? (
        <p className={styles.faint}>{t('common.loading')}</p>
      ) : times.kind === 'error' ? (
        <ErrorNotice error={times.error} />
      ) : (
        <ol className={styles.times}>
          {times.value.map((time) => (
            <li key={time}>{format.weekday(time)}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
