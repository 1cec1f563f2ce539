import { command } from '@atlas/platform';
import { createJournalDraft as route } from '../contract/journal-drafts.ts';
import { newDraft } from './new-draft.ts';

export const createJournalDraft = command(route, newDraft);
