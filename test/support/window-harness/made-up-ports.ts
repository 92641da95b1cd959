import type { ReportCommand, ReportDevice, ReportFinding } from '../../../shared/model/report';

/** The device with a table of ports in its outputs, and a finding for each: most good, some not, some not judged. */
export function withPorts(device: ReportDevice, ports: number): ReportDevice {
  const numbers = Array.from({ length: ports }, (_, place) => place + 1);
  const counters = numbers.map((port) => portFinding('interface-errors', '接口错误计数', port));
  const optics = numbers.filter((port) => port % 2 === 0).map((port) => portFinding('optic-level', '光模块功率', port));
  const table: ReportCommand = {
    command: 'show interfaces counters errors',
    end: 'complete',
    ms: 812,
    text: numbers.map((port) => rowOf(port)).join('\n'),
    transcript: 'transcripts/ports.txt',
  };
  return {
    ...device,
    verdict: 'fail',
    commands: [...device.commands, table],
    findings: [...device.findings, ...counters, ...optics],
  };
}

function portFinding(check: string, title: string, port: number): ReportFinding {
  const level = port % 16 === 3 ? 'warn' : port % 40 === 20 ? 'fail' : port % 10 === 8 ? 'n/a' : 'pass';
  const words = {
    pass: '与上次巡检相比没有增长。',
    warn: '自上次巡检以来增加了 1,204 个，请留意。',
    fail: '自上次巡检以来增加了 98,113 个，链路质量很差。',
    'n/a': '设备自身说明没有该部件。',
  };
  const isBad = level === 'warn' || level === 'fail';
  return {
    check,
    title,
    subject: `1/1/${port}`,
    level,
    reason: isBad ? 'grown' : level === 'pass' ? 'not-grown' : 'no-such-part',
    value: isBad ? 1204 : 0,
    unit: null,
    limit: null,
    limitSource: null,
    proof: { command: 'show interfaces counters errors', line: rowOf(port) },
    code: null,
    sentence: words[level],
    advice: isBad ? '检查该端口的光纤、光模块和对端，必要时更换后再观察。' : '',
  };
}

function rowOf(port: number): string {
  return ` 1/1/${String(port).padEnd(4)} ${'0'.padStart(10)} ${String(port * 7).padStart(10)} ${'0'.padStart(10)} ${'0'.padStart(10)}`;
}
