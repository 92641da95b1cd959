import { judgeLoad } from '../text/load';
import { defineCheck } from './check';

/** CPU use now, against the device's own limit or ours. */
export const cpuLoad = defineCheck({
  id: 'cpu-load',
  labels: { 'zh-CN': 'CPU 利用率', en: 'CPU load' },
  needs: 'cpu',
  advice: {
    'over-limit': {
      'zh-CN': '查看占用 CPU 的任务；排查环路或广播风暴、生成树变化、MAC 漂移、ARP 泛洪、SNMP 轮询过密。',
      en: 'Find the busy task; look for loops or broadcast storms, spanning-tree changes, moving MACs, ARP floods, dense SNMP polling.',
    },
    'near-limit': {
      'zh-CN': '继续观察；若持续偏高，排查环路、广播和 SNMP 轮询。',
      en: 'Keep watching; if it stays high, look for loops, broadcasts and SNMP polling.',
    },
    'average-over-limit': {
      'zh-CN': '当前已回落，但近期持续偏高；请核对该时段的日志和流量。',
      en: 'It has dropped, but was high for a while; compare the log and the traffic of that time.',
    },
  },
  judge: ({ values, status }, { thresholds }) => judgeLoad(values, thresholds, 'cpu', status === '*'),
});
