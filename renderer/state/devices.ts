import { useEffect } from 'react';
import type { DeviceRow, DeviceTest } from '../../shared/contract/devices';
import type { Device, DeviceInput } from '../../shared/model/device';
import type { DeviceId } from '../../shared/model/ids';
import type { ImportPreview } from '../../shared/model/import';
import { call } from '../api';
import { createResource, load, type Resource } from './resource';
import { createStore, useStore } from './store';

const devices = createResource<readonly DeviceRow[]>();
const preview = createStore<ImportPreview | null>(null);

/** The inventory; read again whenever `stamp` changes (a run ended). */
export function useDevices(stamp: string): Resource<readonly DeviceRow[]> {
  useEffect(() => {
    void loadDevices();
  }, [stamp]);
  return useStore(devices);
}

/** The import waiting for a yes or no. */
export function useImportPreview(): ImportPreview | null {
  return useStore(preview);
}

/** Reads the inventory. */
export async function loadDevices(): Promise<void> {
  await load(devices, () => call('devices.list'));
}

/** Saves a device and reads the list again. */
export async function saveDevice(input: DeviceInput): Promise<Device> {
  const saved = await call('devices.save', input);
  await loadDevices();
  return saved;
}

/** Removes devices with their credentials. */
export async function removeDevices(ids: readonly DeviceId[]): Promise<void> {
  await call('devices.remove', { ids: [...ids] });
  await loadDevices();
}

/** Tries to connect and log in; a failed step is an answer, not an error. */
export async function testDevice(id: DeviceId): Promise<DeviceTest> {
  return call('devices.test', { id });
}

/** Lets the user choose a file and shows what its import would do. */
export async function pickImport(): Promise<void> {
  const picked = await call('devices.importPick');
  if (picked !== null) preview.set(picked);
}

/** Saves the usable rows of the import on show. */
export async function confirmImport(token: string): Promise<{ added: number; updated: number; left: number }> {
  const result = await call('devices.importConfirm', { token });
  preview.set(null);
  await loadDevices();
  return result;
}

/** Drops the import on show; nothing is saved. */
export async function dropImport(token: string): Promise<void> {
  await call('devices.importDrop', { token });
  preview.set(null);
}

/** Exports the inventory without passwords; returns where, or null when the user chose nothing. */
export async function exportDevices(format: 'xlsx' | 'csv' | 'json'): Promise<string | null> {
  return (await call('devices.export', { format }))?.path ?? null;
}

/** Saves an empty template; returns where, or null when the user chose nothing. */
export async function saveTemplate(): Promise<string | null> {
  return (await call('devices.template'))?.path ?? null;
}
