import { expect, test } from 'vitest';
import { judgeCommand } from '../../../../electron/engine/inventory/command-safety';

test.each([
  ['show system', 'reads'],
  ['SHOW VLAN', 'reads'],
  ['sh run', 'reads'],
  ['display current-configuration', 'reads'],
  ['dis cu', 'reads'],
  ['get system status', 'reads'],
  ['show log | include a|b', 'reads'],
  ['write terminal', 'reads'],
  ['show tech-support', 'heavy'],
  ['display diagnostic-information', 'heavy'],
  ['reload', 'writes'],
  ['write memory', 'writes'],
  ['copy running certified', 'writes'],
  ['configure terminal', 'writes'],
  ['shutdown', 'writes'],
  ['disable', 'writes'],
  ['showcase', 'writes'],
  ['show run | redirect tftp://192.0.2.1/x', 'writes'],
  ['show log > /flash/x', 'writes'],
  ['show system; reload all', 'writes'],
  ['show system\nreload all', 'writes'],
  ['show $(reboot)', 'writes'],
  ['', 'writes'],
] as const)('%j %s on a network device', (command, safety) => {
  expect(judgeCommand(command, 'cisco_ios')).toBe(safety);
});

test.each([
  ['df -h', 'reads'],
  ['date', 'reads'],
  ['ip addr show', 'reads'],
  ['cat /proc/meminfo', 'reads'],
  ['date -s 2026-01-01', 'writes'],
  ['hostname other', 'writes'],
  ['ip link set eth0 down', 'writes'],
  ['ss -K dst 192.0.2.1', 'writes'],
  ['sh script.sh', 'writes'],
  ['cat /etc/shadow', 'writes'],
  ['df -h && reboot', 'writes'],
] as const)('%j %s on Linux', (command, safety) => {
  expect(judgeCommand(command, 'linux')).toBe(safety);
});
