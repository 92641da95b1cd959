import { usgCommands } from './commands';
import { vrpMember } from './member';
import { definePlatform } from '../platform';
import { ownWords } from '../sign';

/** Huawei USG firewalls: VRP with licences and a pair of two. */
export const huaweiUsg = definePlatform(
  vrpMember('usg', {
    id: 'huawei-usg',
    deviceTypes: ['huawei_usg'],
    labels: { 'zh-CN': '华为 VRP 设备（USG 防火墙）', en: 'Huawei VRP device (USG firewall)' },
    signs: ownWords('huawei_usg', /^(?=.*\bHuawei\b).*\b(?:USG|Eudemon|NGFW)|^(?:USG|Eudemon)\d.*\buptime\b/i),
    commands: usgCommands,
  }),
);
