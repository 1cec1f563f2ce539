import { companyOf } from '@atlas/accounting';
import { AtlasError, businessDate, moneyOf, present, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { insertPlan } from '../assets/plan.repository.ts';
import { checkPostable } from '../categories/postable-accounts.ts';
import { createDeferral as route } from '../contract/deferrals.ts';
import { deferralScheduleOf, endOfTerm } from '../domain/deferral-schedule.ts';
import { insertDeferral, loadDeferral } from './deferrals.repository.ts';

const refusal = (field: string, message: string): AtlasError =>
  new AtlasError('assets.invalid_terms', message, {
    errors: [{ pointer: `/${field}`, code: 'assets.invalid_terms', message }],
  });

/** Fifty years of months: more is a typing error. */
const longest = 600;

export const createDeferral = command(route, async (tx, { amount, months, ...input }) => {
  if ((input.endsOn === null) === (months === null)) throw refusal('endsOn', 'Give either an end or a number of months.');
  const startsOn = businessDate(input.startsOn);
  const endsOn = input.endsOn === null ? endOfTerm(startsOn, months ?? 0) : businessDate(input.endsOn);
  if (endsOn < startsOn) throw refusal('endsOn', 'A service does not end before it starts.');
  if (endsOn > endOfTerm(startsOn, longest)) throw refusal('endsOn', 'The service is too long.');
  if (input.fromAccountId === input.toAccountId) throw refusal('toAccountId', 'Choose two accounts.');
  const [{ baseCurrency: currency }] = await Promise.all([
    companyOf(tx),
    checkPostable(tx, [input.fromAccountId, input.toAccountId]),
  ]);
  const amountMinor = moneyOf(amount, currency).minor;
  const id = uuidv7();
  await insertDeferral(tx, { ...input, id, startsOn, endsOn, currency, amountMinor });
  insertPlan(tx, { deferralId: id }, deferralScheduleOf({ amountMinor, startsOn, endsOn, basis: input.basis }));
  return present(await loadDeferral(tx, id), 'the deferral was just written');
});
