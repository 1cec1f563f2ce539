import { command, found } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { useJournalTemplate as route } from '../contract/journal-templates.ts';
import { fillTemplate } from '../domain/journal-template.ts';
import { newDraft } from '../drafts/new-draft.ts';
import { loadTemplate } from './templates.repository.ts';

/** Makes a draft from a template. What it leaves blank is filled in there. */
export const draftFromTemplate = command(route, async (tx, { id, date, description, amount, blanks }) => {
  const [loaded, { baseCurrency }] = await Promise.all([loadTemplate(tx, id), companyOf(tx)]);
  const template = found(loaded, 'journal template');
  const filled = fillTemplate(template.lines, amount, blanks, baseCurrency);
  const lines = filled.map(({ debit = null, credit = null, dimensions = [], ...line }) => ({
    ...line,
    dimensions: [...dimensions],
    debit,
    credit,
  }));
  return newDraft(tx, { date, description: description ?? template.description, reverseOn: null, lines });
});
