import { createJournalSchedule } from '../schedules/create-journal-schedule.ts';
import { getJournalSchedule, listJournalSchedules } from '../schedules/read-journal-schedules.ts';
import { stopJournalSchedule } from '../schedules/stop-journal-schedule.ts';
import { listJournalTemplates } from '../templates/list-journal-templates.ts';
import { draftFromTemplate } from '../templates/use-journal-template.ts';
import { createJournalTemplate, deleteJournalTemplate, updateJournalTemplate } from '../templates/write-journal-template.ts';
import { approveJournalDraft } from './approve-journal-draft.ts';
import { createJournalDraft } from './create-journal-draft.ts';
import { deleteJournalDraft } from './delete-journal-draft.ts';
import { getJournalSetting, updateJournalSetting } from './journal-setting.ts';
import { postJournalDraft } from './post-journal-draft.ts';
import { getJournalDraft, listJournalDrafts } from './read-journal-drafts.ts';
import { rejectJournalDraft } from './reject-journal-draft.ts';
import { submitJournalDraft } from './submit-journal-draft.ts';
import { updateJournalDraft } from './update-journal-draft.ts';

/** What is done to journals before they are posted. */
export const draftOperations = [
  createJournalDraft,
  updateJournalDraft,
  deleteJournalDraft,
  postJournalDraft,
  submitJournalDraft,
  approveJournalDraft,
  rejectJournalDraft,
  getJournalDraft,
  listJournalDrafts,
  createJournalTemplate,
  updateJournalTemplate,
  deleteJournalTemplate,
  listJournalTemplates,
  draftFromTemplate,
  createJournalSchedule,
  stopJournalSchedule,
  getJournalSchedule,
  listJournalSchedules,
  getJournalSetting,
  updateJournalSetting,
] as const;
