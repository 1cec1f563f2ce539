'use client';
import { addJournalAttachment, listJournalAttachments, removeJournalAttachment } from '@atlas/accounting/contract';
import { AttachmentsCard, type AttachmentsCardProps } from '../documents/attachments-card.tsx';

const routes = { add: addJournalAttachment, list: listJournalAttachments, remove: removeJournalAttachment };

/** Files of a journal, from its first draft on. */
export const JournalAttachments = (props: Pick<AttachmentsCardProps, 'id' | 'posted'>) => (
  <AttachmentsCard {...props} path="journals" routes={routes} />
);
