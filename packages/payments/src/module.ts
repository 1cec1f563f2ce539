import { defineModule } from '@atlas/platform';
import { listOpenItems } from './allocations/list-open-items.ts';
import { reverseAllocation } from './allocations/reverse-allocation.ts';
import { paymentsErrors } from './contract/errors.ts';
import {
  allocationReversed,
  dunningCompleted,
  dunningConfirmed,
  dunningDue,
  paymentPosted,
  paymentReversed,
  reminderIssued,
  reminderReversed,
} from './contract/events.ts';
import { confirmDunningRun, discardDunningRun, selectDunningItems } from './dunning/decide-run.ts';
import { holdDunning, listDunningHolds, releaseDunning } from './dunning/dunning-holds.ts';
import { getDunningParty, saveDunningParty } from './dunning/dunning-party.ts';
import { getDunningSettings } from './dunning/get-settings.ts';
import { proposeDunningRun } from './dunning/propose-run.ts';
import { getReminder, listReminders } from './dunning/read-reminders.ts';
import { getDunningRun, listDunningProposals, listDunningRuns } from './dunning/read-runs.ts';
import { reminderFiles } from './dunning/reminder-files.ts';
import { reverseReminder } from './dunning/reverse-reminder.ts';
import { saveDunningSettings } from './dunning/save-settings.ts';
import { dunJob } from './jobs/dun.job.ts';
import { printReminderJob } from './jobs/print-reminder.job.ts';
import { proposeDueJob } from './jobs/propose-due.job.ts';
import { postPayment } from './payments/post-payment.ts';
import { getPayment, listPayments } from './payments/read-payments.ts';
import { reversePayment } from './payments/reverse-payment.ts';
import { ageingFile } from './reports/ageing-file.ts';
import { partyStatementFile } from './reports/party-statement-file.ts';
import { readAgeing } from './reports/read-ageing.ts';
import { readPartyStatement } from './reports/read-party-statement.ts';
import { getPaymentSettings } from './settings/get-settings.ts';
import { savePaymentSettings } from './settings/save-settings.ts';
import { createPaymentTerms } from './terms/create-terms.ts';
import { listPaymentTerms, previewPaymentTerms } from './terms/read-terms.ts';
import { updatePaymentTerms } from './terms/update-terms.ts';

export const payments = defineModule('payments', {
  operations: [
    postPayment,
    reversePayment,
    getPayment,
    listPayments,
    listOpenItems,
    reverseAllocation,
    createPaymentTerms,
    updatePaymentTerms,
    listPaymentTerms,
    previewPaymentTerms,
    getPaymentSettings,
    savePaymentSettings,
    readAgeing,
    readPartyStatement,
    getDunningSettings,
    saveDunningSettings,
    getDunningParty,
    saveDunningParty,
    listDunningHolds,
    holdDunning,
    releaseDunning,
    proposeDunningRun,
    listDunningRuns,
    getDunningRun,
    listDunningProposals,
    selectDunningItems,
    confirmDunningRun,
    discardDunningRun,
    listReminders,
    getReminder,
    reverseReminder,
    ...reminderFiles,
  ],
  events: [
    paymentPosted,
    paymentReversed,
    allocationReversed,
    dunningDue,
    dunningConfirmed,
    dunningCompleted,
    reminderIssued,
    reminderReversed,
  ],
  errors: paymentsErrors,
  jobs: [dunJob, proposeDueJob, printReminderJob],
  reportables: [ageingFile, partyStatementFile],
});
