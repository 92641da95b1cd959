import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { notes, root } from './paths.mjs';
import { runProcess } from './run-process.mjs';
import { say } from './say.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);

/** One part of the tests: a name for people, and what runs. Counts as one test where it is a tool. */
async function runTool(name, program, args) {
  const { code, output } = await runProcess(bin(program), args, { cwd: root, capture: true });
  say(`\n▶ ${name}`);
  if (output.trim() !== '') say(output.trimEnd());
  if (code !== 0) say(`✗ ${name} failed`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Tools in two rows beside each other: each of them keeps one core busy. */
export async function runTools(tools) {
  const waiting = [...tools];
  const parts = [];
  const row = async () => {
    for (let tool = waiting.shift(); tool !== undefined; tool = waiting.shift()) parts.push(await runTool(...tool));
  };
  await Promise.all([row(), row()]);
  return parts;
}

/**
 * A vitest run, counted from its own report.
 *
 * @param wrap changes the command line, e.g. to give it a display
 */
export async function runVitest(name, config, wrap = (command, args) => ({ command, args }), files = []) {
  say(`\n▶ ${name}`);
  mkdirSync(notes, { recursive: true });
  const report = join(notes, `${config.replace(/\W/g, '-')}.json`);
  rmSync(report, { force: true });
  const words = [
    'run',
    '-c',
    `build/${config}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ];
  const { command, args } = wrap(bin('vitest'), words);
  const { code } = await runProcess(command, args, { cwd: root });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load has no test to count; the runner's exit code tells of it. A skipped test is a defect.
  const failed = numFailedTests + numPendingTests;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Adds up the parts and prints the closing line. */
export function closingLine(parts) {
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
