import { yunshanCommands } from './commands';
import { vrpMember } from './member';
import { definePlatform } from '../platform';

/** Huawei YunShan OS, which follows VRP from release V600 on: switches, routers, firewalls. */
export const huaweiYunshan = definePlatform(
  vrpMember('yunshan', {
    id: 'huawei-yunshan',
    labels: { 'zh-CN': '华为 YunShan OS 设备（V600 及以后）', en: 'Huawei YunShan OS device (V600 and later)' },
    commands: yunshanCommands,
  }),
);
