import type { lab as source } from './zh-CN';

export const lab: Record<keyof typeof source, string> = {
  'lab.column.name': 'name',
  'lab.column.address': 'address',
  'lab.column.protocol': 'protocol',
  'lab.column.username': 'user',
  'lab.column.personality': 'personality',
  'lab.column.fault': 'fault',
  'lab.column.about': 'about',
  'lab.started': '{{devices}} simulated devices are running. Ctrl+C stops them.',
  'lab.inventory': 'The inventory is in {{path}}',
  'lab.bastion': 'Bastion {{place}} (way on: {{way}}): the devices of the inventory are reached through it',
  'lab.sinks': 'mail {{smtp}} · WxPusher {{wxpusher}} · WeCom {{wecom}}',
  'lab.received': '{{time}} {{service}} received: {{title}} (to {{to}})',
  'lab.stopped':
    'Stopped: {{connections}} connections, {{sessions}} sessions, {{loggedOut}} of them logged out in order.',
  'lab.help':
    'Usage: npm run lab -- [--devices N] [--personality ID]… [--fault NAME|each]… [--think-ms N]\n      [--inventory FILE.json] [--host-keys DIR] [--port FIRST] [--bastion menu|numbered|linux] [--sinks] [--lang zh-CN|en]\n\nPersonalities:\n{{personalities}}\n\nFaults (given to the first devices in turn; each = one device of each):\n{{faults}}',
};
