import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { closingLine, type FileCounts, sumOf } from './run-counts.ts';

function countsOf(module: TestModule): FileCounts {
  const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  for (const test of module.children.allTests()) count[test.result().state]++;
  // A file may fail without any of its tests: by an import, or by what is opened before them.
  if (module.state() === 'failed' && count.failed === 0) count.failed++;
  return {
    ...{ project: module.project.name, file: relative(process.cwd(), module.moduleId) },
    ...{ passed: count.passed, failed: count.failed, skipped: count.skipped + count.pending },
  };
}

/** Closes a run with its counts, or adds them by file to the one that TEST_COUNTS_FILE names when the run is part of a larger one. */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const outside = errors.map((): FileCounts => ({ project: '', file: null, passed: 0, failed: 1, skipped: 0 }));
    const counts = [...modules.map(countsOf), ...outside];
    const file = process.env.TEST_COUNTS_FILE;
    if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
    else process.stdout.write(closingLine(sumOf(counts)));
  }
}
