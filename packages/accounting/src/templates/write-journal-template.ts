import { uuidv7 } from '@atlas/kernel';
import { command, found, sameVersion } from '@atlas/platform';
import {
  createJournalTemplate as createRoute,
  deleteJournalTemplate as deleteRoute,
  updateJournalTemplate as updateRoute,
} from '../contract/journal-templates.ts';
import { checkManual } from '../journals/manual-lines.ts';
import { deleteTemplate, loadTemplate, saveTemplate } from './templates.repository.ts';

export const createJournalTemplate = command(createRoute, async (tx, written) => {
  await checkManual(tx, written.lines);
  const template = { ...written, id: uuidv7(), version: 1 };
  await saveTemplate(tx, template);
  return template;
});

export const updateJournalTemplate = command(updateRoute, async (tx, { id, version, ...written }) => {
  const [loaded] = await Promise.all([loadTemplate(tx, id, true), checkManual(tx, written.lines)]);
  const before = found(loaded, 'journal template');
  sameVersion(before.version, version);
  const after = { ...written, id, version: version + 1 };
  await saveTemplate(tx, after);
  tx.record({ subjectId: id, before, after });
  return after;
});

export const deleteJournalTemplate = command(deleteRoute, async (tx, { id }) => {
  const before = found(await loadTemplate(tx, id, true), 'journal template');
  await deleteTemplate(tx, id);
  tx.record({ subjectId: id, before, after: null });
  return { id };
});
