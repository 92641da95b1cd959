'use strict';
// A thread's program that speaks the protocol of text work and misbehaves as the first output of its order tells it.
const { parentPort } = require('node:worker_threads');

const secrets = [];
const hoard = [];

parentPort.on('message', ({ id, order, secrets: more }) => {
  secrets.push(...more.map(({ text }) => text));
  const word = order.input.outputs?.[0]?.text ?? '';
  if (word === 'hang') for (;;);
  while (word === 'memory') hoard.push(new Array(1e6).fill(hoard.length));
  if (word === 'exit') process.exit(1);
  if (word === 'throw')
    parentPort.postMessage({ kind: 'failed', id, code: undefined, params: {}, detail: 'our mistake' });
  else
    parentPort.postMessage({
      kind: 'done',
      id,
      value: { transcripts: [word, ...secrets], readings: [], findings: [], copies: [] },
    });
});
