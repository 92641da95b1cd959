import { judgeLoad } from '../text/load';
import { defineCheck } from './check';

/** Memory in use now, against the device's own limit or ours. */
export const memoryUse = defineCheck({
  id: 'memory-use',
  labels: { 'zh-CN': '内存利用率', en: 'Memory use' },
  needs: 'memory',
  advice: {
    'over-limit': {
      'zh-CN': '核对表项规模（MAC、路由、ACL）和近期变更；若持续增长，安排窗口重启或升级软件。',
      en: 'Check table sizes (MAC, routes, ACLs) and recent changes; if it keeps growing, plan a restart or an upgrade.',
    },
    'near-limit': {
      'zh-CN': '与历次巡检比较；若持续增长，可能存在内存泄漏。',
      en: 'Compare with earlier inspections; steady growth may be a leak.',
    },
    'average-over-limit': {
      'zh-CN': '当前已回落，但近期持续偏高；请核对该时段的日志。',
      en: 'It has dropped, but was high for a while; compare the log of that time.',
    },
  },
  judge: ({ values, status }, { thresholds }) => judgeLoad(values, thresholds, 'memory', status === '*'),
});
