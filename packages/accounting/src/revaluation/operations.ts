import { getRevaluation } from './get-revaluation.ts';
import { listRevaluations } from './list-revaluations.ts';
import { previewRevaluation } from './preview-revaluation.ts';
import { runRevaluation } from './run-revaluation.ts';
import { undoRevaluation } from './undo-revaluation.ts';

/** What is done with revaluations of money in foreign currencies. */
export const revaluationOperations = [previewRevaluation, runRevaluation, undoRevaluation, getRevaluation, listRevaluations];
