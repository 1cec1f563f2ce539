import { attachmentOperations } from '@atlas/platform';
import {
  addJournalAttachment,
  getJournalAttachment,
  listJournalAttachments,
  removeJournalAttachment,
} from '../contract/journal-attachments.ts';
import { isPosted } from './journal-attachments.repository.ts';

const routes = {
  add: addJournalAttachment,
  list: listJournalAttachments,
  get: getJournalAttachment,
  remove: removeJournalAttachment,
};

/** Files of journals: an entry has the id of its draft, so that they stay when it is posted. */
export const journalAttachments = attachmentOperations(routes, { kind: 'journal', what: 'journal', isFinal: isPosted });
