import type { Report, ReportDevice } from '../../../shared/model/report';
import { defineFormat } from './format';

/**
 * The machine's report. The layout is a promise to scripts: fields are added, never renamed or removed, or `schema`
 * grows. Outputs stay in the transcripts; the run's folder is left out because the file travels by mail.
 */
export const json = defineFormat({
  id: 'json',
  labels: { 'zh-CN': 'JSON（供程序读取）', en: 'JSON (for programs)' },
  fileName: 'report.json',
  write: (report) => Promise.resolve(new TextEncoder().encode(`${JSON.stringify(machineReport(report), null, 1)}\n`)),
});

function machineReport(report: Report): object {
  const { schema, product, locale, run, options, counts, notApplicable } = report;
  return {
    schema,
    product,
    locale,
    run: {
      id: run.id,
      trigger: run.trigger,
      state: run.state,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      devices: run.devices,
      counts: run.counts,
    },
    options,
    counts,
    notApplicable,
    devices: report.devices.map(machineDevice),
    messages: report.messages,
  };
}

function machineDevice(device: ReportDevice): object {
  const { name, host, port, protocol, platform, member, group, verdict, phase, code, problem } = device;
  return {
    ...{ name, host, port, protocol, platform, member, group, verdict, phase, code, problem },
    id: device.id,
    startedAt: device.startedAt,
    ms: device.ms,
    counts: device.counts,
    hostKey: device.hostKey,
    readings: device.readings.map(({ kind, subject, values, status, command, line }) => ({
      ...{ kind, subject, values, status, command, line },
    })),
    findings: device.findings.map((finding) => ({
      check: finding.check,
      subject: finding.subject,
      level: finding.level,
      reason: finding.reason,
      value: finding.value,
      unit: finding.unit,
      limit: finding.limit,
      limitSource: finding.limitSource,
      proof: finding.proof,
      code: finding.code,
      title: finding.title,
      sentence: finding.sentence,
      advice: finding.advice,
    })),
    commands: device.commands.map(({ command, end, ms, transcript }) => ({ command, end, ms, transcript })),
    files: device.files,
  };
}
