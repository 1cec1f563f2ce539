import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, money } = schemas;

export const paymentPosted = event({
  name: 'payments.payment.posted',
  summary: 'A payment was posted',
  payload: z.object({ paymentId: id, number: z.string(), partyId: id, date, amount: money, entryId: id }),
});
export const paymentReversed = event({
  name: 'payments.payment.reversed',
  summary: 'A payment was taken back',
  payload: z.object({ paymentId: id, date, entryId: id }),
});
export const allocationReversed = event({
  name: 'payments.allocation.reversed',
  summary: 'An allocation was taken back',
  payload: z.object({ allocationId: id, date }),
});
export const dunningDue = event({
  name: 'payments.dunning_run.was_due',
  summary: 'The day on which reminders are proposed has come',
  payload: z.object({}),
});
export const dunningConfirmed = event({
  name: 'payments.dunning_run.confirmed',
  summary: 'A dunning run is to be carried out',
  payload: z.object({ runId: id }),
});
export const dunningCompleted = event({
  name: 'payments.dunning_run.completed',
  summary: 'A dunning run has come to its end',
  payload: z.object({ runId: id, asOf: date, reminderCount: z.int() }),
});
export const reminderIssued = event({
  name: 'payments.reminder.issued',
  summary: 'A customer was reminded of what is overdue',
  payload: z.object({ reminderId: id, number: z.string(), partyId: id, date, level: z.int(), fee: money }),
});
export const reminderReversed = event({
  name: 'payments.reminder.reversed',
  summary: 'A reminder was taken back',
  payload: z.object({ reminderId: id, date }),
});
