import { present, uuidv7 } from '@atlas/kernel';
import { command, requestJob, type TenantTx } from '@atlas/platform';
import { suggestionsRequested } from '../contract/events.ts';
import { requestSuggestions as route } from '../contract/suggestions.ts';
import { openAccount } from '../statements/open-account.ts';
import { insertSuggestionRun, loadSuggestionRun, type SuggestionRun } from './suggestion-runs.repository.ts';

/** Asks for a pass over the movements of an account that are not matched. */
export async function startSuggestions(tx: TenantTx, bankAccountId: string): Promise<SuggestionRun> {
  const id = uuidv7();
  const jobId = await requestJob(tx, route.name, suggestionsRequested, { runId: id, bankAccountId }, id);
  await insertSuggestionRun(tx, { id, bankAccountId, jobId });
  return present(await loadSuggestionRun(tx, id), 'the run was just written');
}

export const requestSuggestions = command(route, async (tx, { id }) => startSuggestions(tx, (await openAccount(tx, id)).id));
