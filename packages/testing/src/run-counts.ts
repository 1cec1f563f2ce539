/** How the tests of one file ended, of one project; what failed outside of files has no file. */
export type FileCounts = {
  readonly project: string;
  /** Its path from the root; null for errors that belong to none. */
  readonly file: string | null;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed and the first line of why, one for each. */
  readonly failures: readonly string[];
};

export type Counts = Pick<FileCounts, 'passed' | 'failed' | 'skipped'>;

/** The files of a run that failed; null when something failed that is no file, which nothing can try again. */
export function failedFiles(run: readonly FileCounts[]): string[] | null {
  const failed = run.filter((counts) => counts.failed > 0);
  const files = failed.flatMap(({ file }) => (file === null ? [] : [file]));
  return files.length === failed.length ? files : null;
}

/** A run in which some files were tried again: what they came to at last takes the place of what they came to at first. */
export function triedAgain(first: readonly FileCounts[], second: readonly FileCounts[]): FileCounts[] {
  // An error that no test waited for has the file it came with, and no project.
  const again = new Set(second.flatMap(({ project, file }) => [`${project} ${file}`, ` ${file}`]));
  return [...first.filter(({ project, file }) => !again.has(`${project} ${file}`)), ...second];
}

/** What failed in a run, a line each. */
export const failuresOf = (run: readonly FileCounts[]): string[] =>
  run.flatMap(({ file, failures }) => failures.map((failure) => `Failed: ${file ?? 'no file'}: ${failure}\n`));

export const sumOf = (run: readonly Counts[]): Counts => ({
  passed: run.reduce((sum, counts) => sum + counts.passed, 0),
  failed: run.reduce((sum, counts) => sum + counts.failed, 0),
  skipped: run.reduce((sum, counts) => sum + counts.skipped, 0),
});

/** The counts of a run on a line of their own, for people and for whatever reads logs. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `Tests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`;
