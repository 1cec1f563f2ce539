import { attachmentRoutes } from '@atlas/contract';

/** Files of a journal, from its first draft on. */
export const {
  add: addJournalAttachment,
  list: listJournalAttachments,
  get: getJournalAttachment,
  remove: removeJournalAttachment,
} = attachmentRoutes('accounting.journal_attachment', '/journals/{id}');
