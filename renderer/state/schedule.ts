import { useEffect } from 'react';
import type { InputOf } from '../../shared/contract/define';
import type { AppContract } from '../../shared/contract/index';
import type { ScheduleId } from '../../shared/model/ids';
import type { ScheduleView, When } from '../../shared/model/schedule';
import { call } from '../api';
import { createResource, load, type Resource } from './resource';
import { createStore, useStore } from './store';

export type ScheduleInput = InputOf<AppContract, 'schedule.save'>;

const schedules = createResource<readonly ScheduleView[]>();
const preview = createStore<{ readonly key: string; readonly times: Resource<readonly number[]> } | null>(null);
const previewDelayMs = 250;

/** The schedules; read again whenever `stamp` changes (a run began). */
export function useSchedules(stamp: string): Resource<readonly ScheduleView[]> {
  useEffect(() => {
    void loadSchedules();
  }, [stamp]);
  return useStore(schedules);
}

/** Reads the schedules. */
export async function loadSchedules(): Promise<void> {
  await load(schedules, () => call('schedule.list'));
}

/** The next five times of what is typed, asked for after a short pause; null when nothing is typed. */
export function useNextTimes(when: When | null): Resource<readonly number[]> | null {
  const key = when === null ? '' : JSON.stringify(when);
  useEffect(() => {
    if (key === '') return undefined;
    const timer = setTimeout(() => void loadPreview(key), previewDelayMs);
    return () => clearTimeout(timer);
  }, [key]);
  const current = useStore(preview);
  if (key === '') return null;
  return current?.key === key ? current.times : { kind: 'loading' };
}

/** Saves a schedule and reads the list again. */
export async function saveSchedule(input: ScheduleInput): Promise<void> {
  await call('schedule.save', input);
  await loadSchedules();
}

/** Removes a schedule. */
export async function removeSchedule(id: ScheduleId): Promise<void> {
  await call('schedule.remove', { id });
  await loadSchedules();
}

/** Pauses all schedules or lets them go on. */
export async function pauseSchedules(isPaused: boolean): Promise<void> {
  await call('schedule.pause', { isPaused });
  await loadSchedules();
}

async function loadPreview(key: string): Promise<void> {
  // The key is our own When, written a moment ago.
  const when = JSON.parse(key) as When;
  const times = createResource<readonly number[]>();
  await load(times, () => call('schedule.preview', when));
  preview.set({ key, times: times.get() });
}
