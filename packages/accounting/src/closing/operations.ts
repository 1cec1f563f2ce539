import type { Callable, ClosingCheck } from '@atlas/platform';
import { closeYear } from './close-year.ts';
import { addClosingTask, archiveClosingTask, markClosingTask } from './closing-tasks.ts';
import { readClosing } from './read-closing.ts';
import { readYearClose } from './read-year-close.ts';
import { reopenYear } from './reopen-year.ts';

/** What is offered around the close of periods and years. @param checks what is counted before it */
export const closingOperations = (checks: readonly ClosingCheck[]): readonly Callable[] => [
  readClosing(checks),
  addClosingTask,
  archiveClosingTask,
  markClosingTask,
  readYearClose(checks),
  closeYear(checks),
  reopenYear,
];
