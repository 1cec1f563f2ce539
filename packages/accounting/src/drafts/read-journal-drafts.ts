import { found, query } from '@atlas/platform';
import { getJournalDraft as getRoute, listJournalDrafts as listRoute } from '../contract/journal-drafts.ts';
import { loadDraft, pageOfDrafts, viewDraft } from './drafts.repository.ts';
import { approvalAbove } from './settings.repository.ts';

export const getJournalDraft = query(getRoute, async (tx, { id }) => {
  const [draft, above] = await Promise.all([loadDraft(tx, id), approvalAbove(tx)]);
  return viewDraft(found(draft, 'journal draft'), above);
});

/** A list tells what needs approval today: the limit is read first. */
export const listJournalDrafts = query(listRoute, async (tx, input) => pageOfDrafts(tx, input, await approvalAbove(tx)));
