import { useEffect, useSyncExternalStore } from 'react';
import type { AppInfo } from '../../shared/contract/app';
import type { Scheme } from '../theme';

const query = '(prefers-color-scheme: dark)';

/** Light or dark, from the setting and, where that says so, from the system; also told to the style sheets. */
export function useScheme(wish: AppInfo['theme']): Scheme {
  const systemIsDark = useSyncExternalStore(watchSystem, () => window.matchMedia(query).matches);
  const scheme: Scheme = wish === 'system' ? (systemIsDark ? 'dark' : 'light') : wish;
  useEffect(() => {
    document.documentElement.dataset.theme = scheme;
  }, [scheme]);
  return scheme;
}

function watchSystem(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
