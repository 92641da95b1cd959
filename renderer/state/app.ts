import { useEffect } from 'react';
import type { AppInfo, AppState, Catalogue, PageName } from '../../shared/contract/app';
import { call, on } from '../api';
import { changeLanguage } from '../i18n';
import { createResource, load, valueOf, type Resource } from './resource';
import { createStore, useStore } from './store';

const info = createResource<AppInfo>();
const catalogue = createResource<Catalogue>();
const appState = createStore<AppState | null>(null);
const page = createStore<PageName>('devices');
const dismissed = createStore<readonly number[]>([]);

/** Program, place and language. */
export function useAppInfo(): Resource<AppInfo> {
  return useStore(info);
}

/** What the program is doing; null until it is known. */
export function useAppState(): AppState | null {
  return useStore(appState);
}

/** The page on show. */
export function usePage(): PageName {
  return useStore(page);
}

/** Shows a page. */
export function showPage(next: PageName): void {
  page.set(next);
}

/** All family members with their words; undefined until they are read. */
export function useCatalogue(): Catalogue | undefined {
  const resource = useStore(catalogue);
  useEffect(() => {
    if (catalogue.get().kind !== 'ready') void load(catalogue, () => call('app.catalogue'));
  }, []);
  return valueOf(resource);
}

/** Things to tell at the start that were not yet put away. */
export function useNotices(): readonly { readonly place: number; readonly notice: AppInfo['notices'][number] }[] {
  const gone = useStore(dismissed);
  const notices = valueOf(useStore(info))?.notices ?? [];
  return notices.map((notice, place) => ({ place, notice })).filter(({ place }) => !gone.includes(place));
}

/** Puts a notice of the start away. */
export function dismissNotice(place: number): void {
  dismissed.update((gone) => [...gone, place]);
}

/** Reads what the program is, and its language. */
export async function loadAppInfo(): Promise<void> {
  await load(info, async () => {
    const value = await call('app.info');
    appState.set(value.state);
    changeLanguage(value.locale);
    return value;
  });
}

/** Language and theme as just saved, shown at once. */
export function applyLook(look: Pick<AppInfo, 'locale' | 'theme'>): void {
  info.update((now) => (now.kind === 'ready' ? { ...now, value: { ...now.value, ...look } } : now));
  changeLanguage(look.locale);
}

/** Begins to follow state and page wishes from the tray; returns how to stop. */
export function followApp(): () => void {
  void loadAppInfo();
  const stops = [on('app.state', appState.set), on('app.navigate', (wish) => page.set(wish.page))];
  return () => stops.forEach((stop) => stop());
}

/** Starts the simulated devices; returns how many there are. */
export async function startDemo(): Promise<number> {
  return (await call('app.startDemo')).devices;
}

/** Opens the data folder with the program of the system. */
export async function openDataFolder(): Promise<void> {
  await call('app.openDataFolder');
}
