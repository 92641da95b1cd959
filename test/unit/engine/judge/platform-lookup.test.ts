import { expect, test } from 'vitest';
import {
  deviceTypes,
  findCommand,
  ownCommand,
  isReadOnly,
  membersFor,
  platformById,
  platformLabel,
  recogniseMember,
  typedCommand,
  sameCommand,
} from '../../../../electron/engine/judge/platform-lookup';

const system = (release: string) =>
  `System:\n  Description:  Alcatel-Lucent Enterprise OS6860E ${release} GA, June 20, 2023.,\n`;

test.each([
  ['alcatel_aos', ['ale-aos5', 'ale-aos6', 'ale-aos7', 'ale-aos8']],
  [' Alcatel_AOS ', ['ale-aos5', 'ale-aos6', 'ale-aos7', 'ale-aos8']],
  ['cisco_asa', ['cisco-asa-compatible', 'cisco-asa']],
  ['cisco_asa_telnet', ['cisco-asa-compatible', 'cisco-asa']],
  ['alcatel_aos_telnet', ['ale-aos5', 'ale-aos6', 'ale-aos7', 'ale-aos8']],
  ['nobody_knows', ['generic']],
])('%s may be %s', (type, ids) => {
  expect(membersFor(type).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['5.2.23.R03', 'ale-aos5'],
  ['6.7.2.191.R04', 'ale-aos6'],
  ['7.3.4.310.R02', 'ale-aos7'],
  ['8.10.102.R01', 'ale-aos8'],
  ['9.1.1.R01', undefined],
])('release %s is %s', (release, id) => {
  expect(recogniseMember('alcatel_aos', system(release))?.id).toBe(id);
});

test('a refusal to the probe shows no member', () => {
  expect(recogniseMember('alcatel_aos', 'ERROR: Invalid entry: "system"')).toBeUndefined();
});

test('commands are found as users write them', () => {
  const aos6 = membersFor('alcatel_aos')[1];

  expect(findCommand(membersFor('alcatel_aos')[0], ' SHOW  health ')?.command).toBe('show health');
  expect(aos6 === undefined ? '' : findCommand(aos6, 'show power supply')?.command).toBe('show power');
  expect(findCommand(membersFor('alcatel_aos')[0], 'show healthy')).toBeUndefined();
  expect(sameCommand('show  fan ', 'Show fan')).toBe(true);
});

test.each([
  ['show health', true],
  ['show log swlog | grep ERROR', true],
  ['  show running-directory ', true],
  ['write terminal', true],
  ['show tech-support', false],
  ['show system > /flash/x', false],
  ['show system; reload', false],
  ['show system | tee /flash/x', false],
  ['show system\nreload all', false],
  ['write memory', false],
  ['reload all', false],
  ['shows', false],
])('on AOS, %s reads only: %s', (command, isSafe) => {
  const aos8 = platformById('ale-aos8');

  expect(aos8 !== undefined && isReadOnly(aos8, command)).toBe(isSafe);
});

test('names for people', () => {
  expect(platformLabel('ale-aos8', 'zh-CN')).toBe('阿尔卡特朗讯 OmniSwitch（AOS 8）');
  expect(platformLabel('alcatel_aos', 'en')).toBe('Alcatel-Lucent OmniSwitch');
  expect(platformLabel('acme_os', 'en')).toBe('acme_os');
  expect(deviceTypes().map(({ id }) => id)).toEqual(expect.arrayContaining(['alcatel_aos', 'cisco_asa', 'generic']));
});

test.each([
  ['ale-aos6', 'show powersupply', 'show power'],
  ['ale-aos6', 'Show  PowerSupply ', 'show power'],
  ['ale-aos6', 'show power', 'show power'],
  ['ale-aos6', 'show license-info', 'show license info'],
  ['ale-aos6', 'show hardware-info', 'show hardware info'],
  ['ale-aos6', 'show health configuration', 'show health threshold'],
  ['ale-aos8', 'show license info', 'show license-info'],
  ['ale-aos8', 'show health threshold', 'show health configuration'],
  ['ale-aos8', 'show snmp community map', 'show snmp community-map'],
  // On AOS 8 this is a command of its own, about the budget.
  ['ale-aos8', 'show power', 'show power'],
  ['ale-aos8', 'show  health ', 'show  health '],
  ['ale-aos8', 'show mac-learning', 'show mac-learning'],
])('%s is sent for %s: %s', (id, command, sent) => {
  const platform = platformById(id);

  expect(platform === undefined ? undefined : ownCommand(platform, command)).toBe(sent);
});

test('what people type at a prompt is a command where one alone can be meant', () => {
  const ios = membersFor('cisco_ios');

  expect(typedCommand(ios, 'Show  Version')).toBe('show version');
  expect(typedCommand(ios, 'sh ver')).toBe('show version');
  expect(typedCommand(ios, 's v')).toBeUndefined();
  expect(typedCommand(ios, 'show')).toBeUndefined();
  expect(typedCommand(ios, 'show version 2')).toBeUndefined();
  expect(typedCommand(ios, '')).toBeUndefined();
});
