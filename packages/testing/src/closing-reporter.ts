import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { closingLine, type FileCounts, failuresOf, sumOf } from './run-counts.ts';

type Said = { readonly message?: string };

const firstLine = ([error]: readonly Said[]): string => error?.message?.split('\n', 1)[0] ?? '';

function countsOf(module: TestModule): FileCounts {
  const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  const failures: string[] = [];
  for (const test of module.children.allTests()) {
    const result = test.result();
    count[result.state]++;
    if (result.state === 'failed') failures.push(`${test.fullName}: ${firstLine(result.errors)}`);
  }
  // A file may fail without any of its tests: by an import, or by what is opened before them.
  if (module.state() === 'failed' && count.failed === 0) {
    count.failed++;
    const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
    failures.push(`before its tests: ${firstLine([...module.errors(), ...suites])}`);
  }
  return {
    ...{ project: module.project.name, file: relative(process.cwd(), module.moduleId), failures },
    ...{ passed: count.passed, failed: count.failed, skipped: count.skipped + count.pending },
  };
}

/** An error that no test waited for; vitest may know the file that ran meanwhile. */
function countsOfError(error: unknown): FileCounts {
  const { VITEST_TEST_PATH: path } = error as { VITEST_TEST_PATH?: string };
  const failures = [`outside of tests: ${firstLine([error as Said])}`];
  return { project: '', file: path ? relative(process.cwd(), path) : null, passed: 0, failed: 1, skipped: 0, failures };
}

/** Closes a run with its counts, or adds them by file to the one that TEST_COUNTS_FILE names when the run is part of a larger one. */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = [...modules.map(countsOf), ...errors.map(countsOfError)];
    const file = process.env.TEST_COUNTS_FILE;
    if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
    else process.stdout.write(`${failuresOf(counts).join('')}${closingLine(sumOf(counts))}`);
  }
}
