import { vrp5Commands } from './commands';
import { vrpMember } from './member';
import { definePlatform } from '../platform';
import { ownWords } from '../sign';

/** Huawei VRP 5: S series campus switches, AR routers. */
export const huaweiVrp = definePlatform(
  vrpMember('vrp5', {
    id: 'huawei-vrp',
    labels: { 'zh-CN': '华为 VRP 设备（VRP 5）', en: 'Huawei VRP device (VRP 5)' },
    signs: ownWords('huawei_vrp', /\bHuawei (?:Versatile Routing Platform|YunShan OS)\b|\bVRP \(R\) software\b/i),
    commands: vrp5Commands,
  }),
);
