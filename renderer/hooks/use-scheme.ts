import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { AppInfo } from '../../shared/contract/app';
import type { Scheme } from '../theme';

const darkQuery = '(prefers-color-scheme: dark)';
const stillQuery = '(prefers-reduced-motion: reduce)';

/** Light or dark, from the setting and, where that says so, from the system; also told to the style sheets. */
export function useScheme(wish: AppInfo['theme']): Scheme {
  const systemIsDark = useMedia(darkQuery);
  const scheme: Scheme = wish === 'system' ? (systemIsDark ? 'dark' : 'light') : wish;
  useEffect(() => {
    document.documentElement.dataset.theme = scheme;
  }, [scheme]);
  return scheme;
}

/** True when the system asks for as little movement as possible. */
export function useStillness(): boolean {
  return useMedia(stillQuery);
}

function useMedia(query: string): boolean {
  const watch = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => window.matchMedia(query).matches);
}
