import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [`${name}: ended with ${code}`] };
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
  if (!existsSync(report)) return { passed: 0, failures: [`${name}: no report`] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(failuresOf);
  // The runner's exit code also tells what belongs to no test.
  if (code !== 0 && failures.length === 0) failures.push(`${name}: ended with ${code}`);
  return { passed: numPassedTests, failures };
}

/** What went wrong in one file, with the beginning of each message. A skipped test is a defect; a file that does not load has none to count. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults
    .filter((each) => each.status !== 'passed')
    .map(
      (each) => `${file}: ${each.fullName}: ${each.status}\n${(each.failureMessages ?? []).join('\n').slice(0, 1500)}`,
    );
  return status !== 'passed' && failed.length === 0 ? [`${file}: ${message}`] : failed;
}

/** Prints every failure once more, where nobody has to look for it, and the closing line. */
export function closingLine(parts) {
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failures = parts.flatMap((part) => part.failures);
  for (const failure of failures) say(`\n✗ ${failure}`);
  process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`);
  return failures.length === 0 ? 0 : 1;
}
