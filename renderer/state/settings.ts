import { useEffect } from 'react';
import type { HostKeyView, SettingsView } from '../../shared/contract/settings';
import { call } from '../api';
import { applyLook } from './app';
import { createResource, load, type Resource } from './resource';
import { useStore } from './store';

const settings = createResource<SettingsView>();
const hostKeys = createResource<readonly HostKeyView[]>();

/** The settings as stored. */
export function useSettings(): Resource<SettingsView> {
  useEffect(() => {
    void loadSettings();
  }, []);
  return useStore(settings);
}

/** The host keys on record. */
export function useHostKeys(): Resource<readonly HostKeyView[]> {
  useEffect(() => {
    void loadHostKeys();
  }, []);
  return useStore(hostKeys);
}

/** Reads the settings. */
export async function loadSettings(): Promise<void> {
  await load(settings, () => call('settings.get'));
}

/** Reads the host keys. */
export async function loadHostKeys(): Promise<void> {
  await load(hostKeys, () => call('settings.hostKeys'));
}

/** Saves the settings; language and theme change at once. */
export async function saveSettings(next: SettingsView): Promise<void> {
  const saved = await call('settings.save', next);
  settings.set({ kind: 'ready', value: saved, refreshError: null });
  applyLook(saved);
}

/** Forgets the key of a host, so that the next one offered is taken. */
export async function forgetHostKey(host: string, port: number): Promise<void> {
  await call('settings.forgetHostKey', { host, port });
  await loadHostKeys();
}
