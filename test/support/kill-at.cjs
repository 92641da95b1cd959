'use strict';
// Loaded before a program: counts what it is about to change below a folder, and kills it (-9) at a chosen place.
// XUNJIAN_TEST_BELOW: the folder. XUNJIAN_TEST_KILL_AT: `main 17` or `thread 3`. XUNJIAN_TEST_COUNTS: a file of one line a change.
const fs = require('node:fs');
const Module = require('node:module');
const { isMainThread } = require('node:worker_threads');

const { XUNJIAN_TEST_BELOW: below, XUNJIAN_TEST_KILL_AT: killAt, XUNJIAN_TEST_COUNTS: counts } = process.env;
const thread = isMainThread ? 'main' : 'thread';
const note = fs.appendFileSync;
let count = 0;

function pass() {
  count += 1;
  if (counts !== undefined) note(counts, `${thread}\n`);
  if (killAt === `${thread} ${count}`) process.kill(process.pid, 'SIGKILL');
}

const isBelow = (values) => values.some((value) => typeof value === 'string' && value.startsWith(below));

function watch(owner, names, concerns) {
  for (const name of names) {
    const original = owner[name];
    owner[name] = function watched(...values) {
      if (concerns(values)) pass();
      return original.apply(this, values);
    };
  }
}

const changes = [
  'appendFileSync',
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
];
watch(fs, [...changes, 'unlinkSync', 'writeFileSync'], isBelow);
watch(fs.promises, ['mkdir', 'open', 'rename', 'rm', 'writeFile'], isBelow);

const load = Module._load;
Module._load = function loaded(request, ...rest) {
  const exported = load.call(this, request, ...rest);
  if (request !== '@photostructure/sqlite') return exported;
  // The beginning and the end of every transaction.
  class DatabaseSync extends exported.DatabaseSync {
    exec(sql) {
      pass();
      return super.exec(sql);
    }
  }
  return { ...exported, DatabaseSync };
};
