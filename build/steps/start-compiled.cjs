'use strict';
// Starts the command line out of code that V8 has compiled before, at the build. Any other version of Node does not take
// that code and compiles the program as usual, which costs 0.1 s.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const filename = join(__dirname, 'headless-program.cjs');
const compiledFile = join(__dirname, 'headless-program.v8');

const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
  filename,
  cachedData: existsSync(compiledFile) ? readFileSync(compiledFile) : undefined,
});
const program = { exports: {} };
script.runInThisContext()(program.exports, Module.createRequire(filename), program, filename, __dirname);

// V8 optimizes a function once it has run so many bytes of code, 66 or 132 kB by itself. A run of some seconds spends a
// quarter of its processor time on that and gets little of it back; one of some minutes still has all that is hot optimized.
const interruptBudgetBytes = 2_000_000;

exports.headless = (words) => {
  // Only now: code that was compiled before, Node's own too, is not taken under other settings than its own.
  setFlagsFromString(`--interrupt-budget=${interruptBudgetBytes}`);
  return program.exports.headless(words);
};
/** What has been compiled for a run, to start the next ones with. Nothing else may run in this process. */
exports.compiledBy = async (words) => {
  await program.exports.headless(words);
  return script.createCachedData();
};
/** True when what was compiled before was taken. */
exports.isCompiledBefore = script.cachedDataRejected === false;
