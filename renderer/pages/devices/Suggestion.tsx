import type { SuggestedPlatform } from '../../../shared/contract/devices';
import { useLocale, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import styles from './TestLadder.module.css';

/** What the device seems to be, where the stored type does not say; with the line that shows it. */
export function Suggestion({ suggested }: { readonly suggested: SuggestedPlatform }) {
  const t = useT();
  const locale = useLocale();
  const catalogue = useCatalogue();
  const { deviceType, member, confidence, seenIn, line } = suggested;
  const known = [...(catalogue?.platforms ?? []), ...(catalogue?.deviceTypes ?? [])];
  const platform = known.find(({ id }) => id === (member ?? deviceType))?.labels[locale] ?? deviceType;
  const percent = Math.round(confidence * 100);
  return (
    <p className={styles.note}>
      {t('test.suggested', { platform, deviceType, percent, seenIn: t(`test.seen.${seenIn}`), line })}
    </p>
  );
}
