import type { bench as source } from './zh-CN';

export const bench: Record<keyof typeof source, string> = {
  'bench.title':
    '{{devices}} simulated devices, {{commands}} commands and a {{fileKb}} KB file each, {{thinkMs}} ms before every answer; {{concurrency}} at once; {{hungPercent}} % hung, {{slowPercent}} % slow; medians of {{rounds}} rounds',
  'bench.ours': 'this product',
  'bench.least': 'least ssh2 code',
  'bench.bare': 'the same work (--no-report)',
  'bench.withReports': 'with reports and zip',
  'bench.wall': 'process from start to end, s',
  'bench.run': 'of it, as the run tells, s',
  'bench.rate': 'devices per second',
  'bench.cpu': 'CPU time of the process, s',
  'bench.cpuPerDevice': 'CPU per device, ms',
  'bench.peakRss': 'peak memory (RSS), MB',
  'bench.loopDelay': 'main thread delay p50 / p99 / max, ms',
  'bench.wrong': 'wrong outputs / compared',
  'bench.leftOpen': 'connections left open',
  'bench.verdicts': 'Verdicts: {{verdicts}}; hung devices called pass: {{falseGreens}}',
  'bench.healthy': 'A healthy device took {{p50}} ms (median), {{p99}} ms (p99)',
  'bench.healthyDone': 'The last healthy device was done after {{seconds}} s, its wait for a place included',
  'bench.withoutHung': 'The same fleet without the hung devices: the last healthy device was done after {{seconds}} s',
  'bench.written': 'The result is in {{path}}',
  'bench.help':
    'Usage: npm run bench -- [--devices N] [--concurrency N] [--hung PERCENT] [--slow PERCENT] [--think-ms N] [--file-kb N]\n      [--compare] [--rounds N, 5 when comparing] [--formats docx,html] [--kex diffie-hellman-group16-sha512]\n      [--json-out FILE] [--cpu-prof DIR] [--keep DIR] [--lang zh-CN|en]\n\nStarts simulated devices on this machine, inspects them with the real command line and measures it. --compare also\nmeasures the least code that ssh2 needs for the same work (log in, ask, fetch, write to disk), against an inspection\nthat writes no report; that one judges and keeps a history as well.',
};
