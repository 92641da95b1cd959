import { vrp8Commands } from './commands';
import { vrpMember } from './member';
import { definePlatform } from '../platform';

/** Huawei VRP 8: CE data centre switches, NE and ATN routers. */
export const huaweiVrp8 = definePlatform(
  vrpMember('vrp8', {
    id: 'huawei-vrp8',
    labels: { 'zh-CN': '华为 VRP 设备（VRP 8）', en: 'Huawei VRP device (VRP 8)' },
    commands: vrp8Commands,
    saveCommands: ['commit', 'save'],
  }),
);
