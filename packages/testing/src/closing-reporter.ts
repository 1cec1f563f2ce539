import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with its counts on a line of their own, for people and for whatever reads logs. */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      if (module.state() === 'failed' && module.children.size === 0) count.failed++;
    }
    count.failed += errors.length;
    process.stdout.write(`Tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`);
  }
}
