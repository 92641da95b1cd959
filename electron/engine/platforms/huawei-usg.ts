import { usgCommands } from '../parsers/huawei/commands';
import { vrpMember } from '../parsers/huawei/member';
import { definePlatform } from './platform';

/** Huawei USG firewalls: VRP with licences and a pair of two. */
export const huaweiUsg = definePlatform(
  vrpMember('usg', {
    id: 'huawei-usg',
    deviceTypes: ['huawei_usg'],
    labels: { 'zh-CN': '华为 VRP 设备（USG 防火墙）', en: 'Huawei VRP device (USG firewall)' },
    commands: usgCommands,
  }),
);
