import type { Message, OutboxEntry } from '../../shared/model/channel';
import { ChannelId, DeviceId, RunId } from '../../shared/model/ids';
import type { Outcome, Run } from '../../shared/model/run';
import type { OutboxItem } from '../../electron/engine/store/ledger/ledger';

/** A run that is going on. */
export function sampleRun(id: string, changes: Partial<Run> = {}): Run {
  return {
    id: RunId.parse(id),
    trigger: 'manual',
    state: 'running',
    startedAt: 1_000,
    endedAt: null,
    devices: 2,
    counts: { pass: 0, warn: 0, fail: 0, unknown: 0 },
    folder: '/data/runs/one',
    ...changes,
  };
}

/** An outcome with a reading, a finding with proof and one command. */
export function sampleOutcome(run: string, device: string, changes: Partial<Outcome> = {}): Outcome {
  return {
    runId: RunId.parse(run),
    device: {
      id: DeviceId.parse(device),
      name: `核心-${device}`,
      host: '192.0.2.10',
      port: 22,
      protocol: 'ssh',
      platform: 'alcatel_aos',
      group: '机房',
    },
    member: 'ale-aos8',
    verdict: 'pass',
    phase: null,
    code: null,
    params: {},
    startedAt: 2_000,
    ms: { connect: 3, auth: 4, shell: 5, commands: [31], files: null, total: 260 },
    commands: [{ command: 'show health', end: 'complete', ms: 31, bytes: 20, transcript: 'transcripts/a/01.txt' }],
    readings: [
      {
        kind: 'cpu',
        subject: '',
        values: { percent: 12, minuteAverage: 11, hourAverage: null },
        status: null,
        state: null,
        role: null,
        command: 'show health',
        line: 'CPU 12 11',
      },
    ],
    findings: [
      {
        check: 'cpu-load',
        subject: '',
        level: 'pass',
        reason: 'within-limit',
        value: 12,
        unit: '%',
        limit: 80,
        limitSource: 'default',
        proof: { command: 'show health', line: 'CPU 12 11' },
        code: null,
      },
    ],
    files: [],
    hostKey: 'SHA256:abc',
    ...changes,
  };
}

/** A queued message. */
export function sampleItem(id: string, changes: Partial<OutboxEntry> = {}): OutboxItem {
  const message: Message = {
    id: id.split('/')[0] ?? id,
    runId: RunId.parse('r1'),
    title: '巡检完成',
    notice: '2 台正常',
    text: '2 台正常',
    markdown: '**2** 台正常',
    html: '<p>2 台正常</p>',
    attachments: [],
  };
  const entry: OutboxEntry = {
    id,
    runId: RunId.parse('r1'),
    channelId: ChannelId.parse('c1'),
    channelKind: 'email',
    channelName: '邮件',
    title: message.title,
    state: 'queued',
    attempts: 0,
    createdAt: 1_000,
    nextAttemptAt: 1_000,
    settledAt: null,
    words: null,
    ...changes,
  };
  return { entry, message };
}
