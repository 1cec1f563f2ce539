import { companyOf } from '@atlas/accounting';
import { AtlasError, type BusinessDate, businessDate, present, uuidv7 } from '@atlas/kernel';
import { command, type TenantTx } from '@atlas/platform';
import { proposeDunningRun as route } from '../contract/dunning-runs.ts';
import { proposalsOf } from '../domain/propose.ts';
import { loadCandidates, loadOthers } from './candidates.repository.ts';
import { loadLevels } from './levels.repository.ts';
import { insertProposals } from './proposals.repository.ts';
import { insertRun, loadRun } from './runs.repository.ts';

/** More than anybody reviews at once; what is proposed is held in memory. */
const mostItems = 20_000;

/**
 * Writes a run of whose turn it is to be reminded on a day, of those who reach a level; null when it is nobody's.
 *
 * @throws AtlasError `payments.too_much_overdue`, `accounting.not_set_up`
 */
export async function proposeRun(tx: TenantTx, asOf: BusinessDate, minimumLevel = 1) {
  const [{ baseCurrency: currency }, levels, items] = await Promise.all([
    companyOf(tx),
    loadLevels(tx),
    loadCandidates(tx, { asOf, limit: mostItems + 1 }),
  ]);
  if (items.length > mostItems)
    throw new AtlasError('payments.too_much_overdue', `More than ${mostItems} items are overdue. Put on hold what can wait.`);
  const others = await loadOthers(tx, [...new Set(items.map(({ partyId }) => partyId))]);
  const proposals = proposalsOf({ items, others, steps: levels, asOf }).filter((proposal) =>
    proposal.items.some(({ level }) => level >= minimumLevel),
  );
  if (proposals.length === 0) return null;
  const id = uuidv7();
  insertRun(tx, { id, asOf, currency, levels });
  insertProposals(tx, id, asOf, proposals);
  return present(await loadRun(tx, id), 'the run was just written');
}

export const proposeDunningRun = command(route, async (tx, input) => {
  const asOf = businessDate(input.asOf);
  const run = await proposeRun(tx, asOf);
  if (run === null) throw new AtlasError('payments.nothing_overdue', `On ${asOf} it is nobody’s turn to be reminded.`);
  tx.record({ subjectId: run.id, after: run });
  return run;
});
