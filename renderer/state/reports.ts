import { useEffect } from 'react';
import type { ReportRow } from '../../shared/contract/reports';
import type { ChannelId, RunId } from '../../shared/model/ids';
import { call } from '../api';
import { createResource, load, type Resource } from './resource';
import { createStore, useStore, type Store } from './store';

const listLimit = 200;
const reports = createResource<readonly ReportRow[]>();
const selected = createStore<RunId | null>(null);
/** Previews of one run at a time, so that large reports do not pile up. */
const previews = createStore<Previews | null>(null);

type Previews = {
  readonly runId: RunId;
  readonly html: Store<Resource<string>>;
  readonly docx: Store<Resource<Uint8Array>>;
};
const noHtml = createResource<string>();
const noDocx = createResource<Uint8Array>();

/** The runs with their reports, newest first; read again whenever `stamp` changes. */
export function useReports(stamp: string): Resource<readonly ReportRow[]> {
  useEffect(() => {
    void loadReports();
  }, [stamp]);
  return useStore(reports);
}

/** The run chosen in the list. */
export function useSelectedReport(): RunId | null {
  return useStore(selected);
}

/** Chooses a run in the list. */
export function selectReport(runId: RunId | null): void {
  selected.set(runId);
}

/** Reads the list of reports. */
export async function loadReports(): Promise<void> {
  await load(reports, () => call('reports.list', { limit: listLimit }));
}

/** The HTML report as text; read when first asked for. */
export function useReportHtml(runId: RunId): Resource<string> {
  useEffect(() => {
    if (previewsOf(runId).html.get().kind !== 'ready') void loadReportHtml(runId);
  }, [runId]);
  const current = useStore(previews);
  return useStore(current?.runId === runId ? current.html : noHtml);
}

/** The Word report as bytes; read when first asked for. */
export function useReportDocx(runId: RunId): Resource<Uint8Array> {
  useEffect(() => {
    if (previewsOf(runId).docx.get().kind !== 'ready') void loadReportDocx(runId);
  }, [runId]);
  const current = useStore(previews);
  return useStore(current?.runId === runId ? current.docx : noDocx);
}

/** Reads the HTML report. */
export async function loadReportHtml(runId: RunId): Promise<void> {
  await load(previewsOf(runId).html, async () => (await call('reports.html', { runId })).html);
}

/** Reads the Word report. */
export async function loadReportDocx(runId: RunId): Promise<void> {
  await load(previewsOf(runId).docx, async () => decode((await call('reports.docx', { runId })).base64));
}

/** Opens the run's folder. */
export async function openReportFolder(runId: RunId): Promise<void> {
  await call('reports.openFolder', { runId });
}

/** Opens a report with the program of the system. */
export async function openReportFile(runId: RunId, format: string): Promise<void> {
  await call('reports.openFile', { runId, format });
}

/** Queues the run's messages again; returns how many. */
export async function sendReportAgain(runId: RunId, channelIds: readonly ChannelId[]): Promise<number> {
  const { queued } = await call('reports.sendAgain', { runId, channelIds: [...channelIds] });
  await loadReports();
  return queued;
}

function previewsOf(runId: RunId): Previews {
  const current = previews.get();
  if (current?.runId === runId) return current;
  const fresh: Previews = { runId, html: createResource<string>(), docx: createResource<Uint8Array>() };
  previews.set(fresh);
  return fresh;
}

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
