import type { Platform } from '../../electron/engine/vendors/platform';

/** A prompt of each command line, as a terminal saves it behind an answer. */
const prompts: Readonly<Record<string, string>> = {
  alcatel_aos: '-> ',
  cisco_asa: 'asa-1# ',
  cisco_ios: 'SW-1#',
  cisco_nxos: 'SW-1# ',
  fortinet: 'FGT-1 # ',
  hillstone_stoneos: 'SG-1# ',
  hp_comware: '<SW-1>',
  huawei_usg: 'HRP_M<FW-1>',
  huawei_vrp: '<SW-1>',
  huawei_vrpv8: '<SW-1>',
  juniper_junos: 'ops@SW-1> ',
  linux: 'ops@web-1:~$ ',
  paloalto_panos: 'ops@PA-1(active)> ',
  ruijie_os: 'SW-1#',
};

/** The prompt of a platform in saved texts; a platform without one is an error, never skipped. */
export function savedPrompt({ id, deviceTypes }: Platform): string {
  const prompt = deviceTypes.map((type) => prompts[type]).find((each) => each !== undefined);
  if (prompt === undefined) throw new Error(`${id}: no prompt is known`);
  return prompt;
}
