import { vrp5Commands } from '../parsers/huawei/commands';
import { vrpMember } from '../parsers/huawei/member';
import { definePlatform } from './platform';

/** Huawei VRP 5: S series campus switches, AR routers. */
export const huaweiVrp = definePlatform(
  vrpMember('vrp5', {
    id: 'huawei-vrp',
    labels: { 'zh-CN': '华为 VRP 设备（VRP 5）', en: 'Huawei VRP device (VRP 5)' },
    commands: vrp5Commands,
  }),
);
