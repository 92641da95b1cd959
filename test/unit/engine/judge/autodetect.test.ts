import { expect, test } from 'vitest';
import { autodetect, probeFor } from '../../../../electron/engine/judge/autodetect';

const silent = { banner: '', prompt: 'core# ', answer: '' };

test.each([
  ['Huawei Versatile Routing Platform Software\nVRP (R) software, Version 5.170', 'huawei_vrp'],
  ['Huawei YunShan OS\nVersion 1.22.1.0 (CE6800 V600R022C10)', 'huawei_vrp'],
  ['Huawei Versatile Routing Platform Software\nHuawei USG6320 Firewall', 'huawei_usg'],
  ['H3C Comware Software, Version 7.1.070, Release 6126', 'hp_comware'],
  ['  Description:  Alcatel-Lucent Enterprise OS6860E-P24 8.9.107.R02 GA,', 'alcatel_aos'],
  ['Cisco IOS Software, C2960 Software, Version 15.0(2)SE', 'cisco_ios'],
  ['Cisco Nexus Operating System (NX-OS) Software', 'cisco_nxos'],
  ['Cisco Adaptive Security Appliance Software Version 9.8(2)', 'cisco_asa'],
  ['Hostname: r1\nModel: mx204\nJunos: 20.4R3', 'juniper_junos'],
  ['Version: FortiGate-100E v6.4.6,build1879', 'fortinet'],
  ['Hillstone StoneOS Software, Version 5.5', 'hillstone_stoneos'],
  ['System description : Ruijie 10G Ethernet Switch', 'ruijie_os'],
  ['-bash: show: command not found', 'linux'],
] as const)('%j is %s', (answer, deviceType) => {
  const guess = autodetect({ ...silent, answer });
  expect(guess).toMatchObject({ deviceType, seenIn: 'answer' });
  expect(guess?.confidence).toBeGreaterThan(0.9);
  expect(answer).toContain(guess?.line);
});

test('the release picks the member of the family', () => {
  const answer = 'Description:  Alcatel-Lucent Enterprise OS6860-P24 8.9.107.R02 GA, July 01, 2025.,';
  expect(autodetect({ ...silent, answer })?.member).toBe('ale-aos8');
});

test('the words of a refusal weigh less than a name, a prompt less than both', () => {
  const refused = autodetect({ ...silent, answer: 'ERROR: Invalid entry: "version"' });
  const alone = autodetect({ ...silent, prompt: 'sw1-> ' });
  expect([refused?.deviceType, refused?.confidence]).toEqual(['alcatel_aos', 0.6]);
  expect([alone?.deviceType, alone?.seenIn, alone?.confidence]).toEqual(['alcatel_aos', 'prompt', 0.4]);
});

test('two signs of one kind make it surer, signs of two kinds less sure', () => {
  const agreed = autodetect({ banner: '', prompt: 'sw1-> ', answer: 'Alcatel-Lucent OS6450' });
  const torn = autodetect({ ...silent, answer: 'Cisco IOS Software\nH3C Comware Software' });
  expect(agreed?.confidence).toBe(0.99);
  expect(torn?.confidence).toBeLessThan(0.5);
});

test('nothing is made of nothing', () => {
  expect(autodetect({ banner: 'Authorized staff only', prompt: 'fw1# ', answer: '% Invalid input' })).toBeUndefined();
});

test.each([
  ['<core-1>', 'display version'],
  ['[~core-1]', 'display version'],
  ['HRP_M<fw-1>', 'display version'],
  ['机房-A (6560) -> ', 'show system'],
  ['router#', 'show version'],
] as const)('at %s one asks %s', (prompt, command) => {
  expect(probeFor(prompt)).toBe(command);
});
