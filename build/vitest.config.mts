import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more; what comes first is not left alone at the end. */
const longest = /\/(?:torture-platforms|torture-lab|compromised-page|killed-\w+)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root: '.',
  test: {
    include: ['test/unit/**/*.test.ts', 'test/structure/**/*.test.ts', 'test/integration/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // Modules are loaded once a worker, not once a file: the engine keeps no state of its own outside what a test makes.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    // On a busy machine a moment is long.
    expect: { poll: { timeout: 8000, interval: 5 } },
    hookTimeout: 30_000,
    allowOnly: false,
    restoreMocks: true,
  },
});
