import { describe, expect, it } from 'vitest';
import { closingLine, type FileCounts, failedFiles, failuresOf, sumOf, triedAgain } from './run-counts.ts';

const counts = (file: string | null, passed: number, failed: number): FileCounts => ({
  ...{ project: 'journey', file, passed, failed, skipped: 1 },
  failures: Array.from({ length: failed }, () => 'because'),
});

describe('a run of tests that is tried again', () => {
  it('names the files that failed, and none when something failed that is no file', () => {
    expect(failedFiles([counts('a', 3, 0), counts('b', 2, 1)])).toEqual(['b']);
    expect(failedFiles([counts('a', 3, 0)])).toEqual([]);
    expect(failedFiles([counts('b', 2, 1), counts(null, 0, 1)])).toBeNull();
  });

  it('counts a file as it ended at last, and what failed twice as failed', () => {
    const first = [counts('a', 3, 0), counts('b', 2, 1), counts('c', 0, 1)];
    const second = [counts('b', 3, 0), counts('c', 0, 1)];
    expect(closingLine(sumOf(triedAgain(first, second)))).toBe('Tests: 6 passed, 1 failed, 3 skipped\n');
  });

  it('forgets an error that no test waited for when its file passes at last', () => {
    const stray = { ...counts('b', 0, 1), project: '' };
    expect(failuresOf([stray])).toEqual(['Failed: b: because\n']);
    expect(triedAgain([counts('b', 3, 0), stray], [counts('b', 3, 0)])).toEqual([counts('b', 3, 0)]);
  });

  it('keeps the files of the same name of another project', () => {
    const other = { ...counts('b', 5, 0), project: 'slice' };
    expect(sumOf(triedAgain([counts('b', 0, 1), other], [counts('b', 1, 0)]))).toEqual({ passed: 6, failed: 0, skipped: 2 });
  });
});
