import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** The counts of a run on a line of their own, for people and for whatever reads logs. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `Tests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`;

/** Closes a run with its counts, or adds them to the file that TEST_COUNTS_FILE names when the run is part of a larger one. */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      if (module.state() === 'failed' && module.children.size === 0) count.failed++;
    }
    const counts: Counts = { passed: count.passed, failed: count.failed + errors.length, skipped: count.skipped + count.pending };
    const file = process.env.TEST_COUNTS_FILE;
    if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
    else process.stdout.write(closingLine(counts));
  }
}
