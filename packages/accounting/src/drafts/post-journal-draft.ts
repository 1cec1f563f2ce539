import { command } from '@atlas/platform';
import { postJournalDraft as route } from '../contract/journal-drafts.ts';
import { postDraft, takeDraft } from './take-draft.ts';

export const postJournalDraft = command(route, async (tx, input) => postDraft(tx, await takeDraft(tx, input, 'post'), null));
