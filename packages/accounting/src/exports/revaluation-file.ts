import { found, reportable } from '@atlas/platform';
import { revaluationFile as spec } from '../contract/report-specs.ts';
import { getRevaluation } from '../revaluation/get-revaluation.ts';
import { loadRevaluation } from '../revaluation/revaluations.repository.ts';
import { reportHead } from './report-paper.ts';
import { revaluationPaper } from './revaluation-paper.ts';

/** A revaluation as a file. */
export const revaluationFile = reportable({
  spec,
  check: async (tx, { revaluationId }) => [found(await loadRevaluation(tx, revaluationId), 'revaluation').date],
  paper: ({ read, language }, { revaluationId: id }) =>
    read(async (tx) => {
      const [head, revaluation] = await Promise.all([reportHead(tx, {}), getRevaluation.in(tx, { id })]);
      return revaluationPaper(head, revaluation, language);
    }),
});
