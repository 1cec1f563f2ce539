'use client';
import { ProblemError } from '@atlas/sdk';
import { type GridLine, isFilled } from './budget-grid.ts';

/** What the API said of a line, which it knows by its place among those that were sent. */
export function useErrorsByLine(error: unknown, lines: readonly GridLine[]): (line: GridLine) => string | undefined {
  const errors = error instanceof ProblemError ? error.errors : [];
  const sent = lines.filter(isFilled);
  return (line) => errors.find(({ pointer }) => pointer.startsWith(`/lines/${sent.indexOf(line)}/`))?.message;
}
