'use strict';
// Starts the command line out of code that V8 has compiled before, at the build. Any other version of Node does not take
// that code and compiles the program as usual, which costs 0.1 s.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// V8 optimizes a function once it has run so many bytes of code, 66 or 132 kB by itself. A run of some seconds spends a
// quarter of its processor time on that and gets little of it back; one of some minutes still has all that is hot optimized.
const interruptBudgetBytes = 1_000_000;

const filename = join(__dirname, 'headless-program.cjs');
const compiledFile = join(__dirname, 'headless-program.v8');

// Before anything is compiled: V8 takes no code that was compiled under other settings.
setFlagsFromString(`--interrupt-budget=${interruptBudgetBytes}`);
const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
  filename,
  cachedData: existsSync(compiledFile) ? readFileSync(compiledFile) : undefined,
});
const program = { exports: {} };
script.runInThisContext()(program.exports, Module.createRequire(filename), program, filename, __dirname);

exports.headless = program.exports.headless;
/** What has been compiled up to now, for the next start. */
exports.compiledCode = () => script.createCachedData();
/** True when what was compiled before was taken. */
exports.isCompiledBefore = script.cachedDataRejected === false;
