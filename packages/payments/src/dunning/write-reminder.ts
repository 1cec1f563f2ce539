import { lockItems, postEntries, postingTerms } from '@atlas/accounting';
import { AtlasError, daysBetween, moneyJson, partsOf, present, uuidv7 } from '@atlas/kernel';
import { emitMail, type MailedPaper, type Mailer, type TenantTx } from '@atlas/platform';
import { reminderIssued } from '../contract/events.ts';
import type { Level } from '../domain/default-levels.ts';
import { figuresOf } from '../domain/dunning-figures.ts';
import { type DunningFigure, linesOfLetter } from '../domain/dunning-letter.ts';
import { amountIn, dayIn, fillText } from '../domain/dunning-text.ts';
import { type Proposal, proposalsOf } from '../domain/propose.ts';
import { type Candidate, loadCandidates, loadOthers } from './candidates.repository.ts';
import { customerAddress } from './customer-address.ts';
import { type Customer, documentNumbers, loadCustomer } from './customers.repository.ts';
import { levelWithoutAccount } from './fee-accounts.ts';
import type { NextCustomer } from './proposals.repository.ts';
import { reminderPaper } from './reminder-paper.ts';
import { drawReminderNumber, insertReminder } from './reminders.repository.ts';
import type { Orders } from './runs.repository.ts';

type Due = Proposal<Candidate>;

/** What is left of a proposal now: not what was settled, put on hold or reminded of since. The items are locked. */
async function stillDue(tx: TenantTx, { partyId, items: chosen }: NextCustomer, { asOf, levels }: Orders): Promise<Due | null> {
  await lockItems(tx, chosen);
  const [items, others] = await Promise.all([loadCandidates(tx, { asOf, partyId }), loadOthers(tx, [partyId])]);
  const [due] = proposalsOf({ items, others, steps: levels, asOf });
  const proposed = new Set(chosen.map(({ entryId, position, level }) => `${entryId} ${position} ${level}`));
  const left = (due?.items ?? []).filter(({ entryId, position, level }) => proposed.has(`${entryId} ${position} ${level}`));
  return due && left.length > 0 ? { ...due, items: left } : null;
}

type Fee = { readonly id: string; readonly partyId: string; readonly customer: string; readonly level: Level };

/** Posts the fee of a reminder: what the customer owes for it is an open item of its own. Answers its entry. */
async function postFee(tx: TenantTx, { id, partyId, customer, level }: Fee, { asOf }: Orders): Promise<string | null> {
  if (level.feeMinor === 0n || level.feeAccountId === null) return null;
  const [posting, without] = await Promise.all([postingTerms(tx, [asOf]), levelWithoutAccount(tx, [level])]);
  if (without !== -1) throw new AtlasError('payments.unknown_fee_account', `The fee of "${level.name}" has no account any more.`);
  const entryId = uuidv7();
  const line = { description: null, currency: posting.currency };
  postEntries(tx, posting, [
    {
      ...{ id: entryId, date: asOf, description: `${level.name}: ${customer}`.slice(0, 200), area: 'sales' },
      ...{ sourceKind: 'payments.reminder', sourceId: id },
      lines: [
        { ...line, accountId: posting.accountFor('receivable'), partyId, amountMinor: level.feeMinor },
        { ...line, accountId: level.feeAccountId, partyId: null, amountMinor: -level.feeMinor },
      ],
    },
  ]);
  return entryId;
}

/** The words of a reminder. */
function wordsOf(
  level: Level,
  { name, locale, company }: Customer,
  figures: readonly DunningFigure[],
  { asOf, currency }: Orders,
) {
  const values = {
    customer: name,
    company,
    date: dayIn(locale, asOf),
    total: figures.map(({ total }) => amountIn(locale, total)).join(' + '),
    fee: amountIn(locale, moneyJson(level.feeMinor, currency)),
  };
  const { subject, body } = level.texts[locale];
  return { subject: fillText(subject, values), body: fillText(body, values) };
}

type Letter = { readonly subject: string; readonly body: string; readonly lines: readonly string[]; readonly paper: MailedPaper };

/** Asks for the mail of a reminder, where there is somebody to write to and somebody who carries it. */
function mailTo({ email, locale }: Customer, { subject, body, lines, paper }: Letter, tx: TenantTx, mailer: Mailer | null) {
  if (email === null) return { mail: 'no_address', mailId: null } as const;
  if (mailer === null) return { mail: 'no_vendor', mailId: null } as const;
  const values = { subject, text: body, items: lines.join('\n') };
  return { mail: 'requested', mailId: emitMail(tx, mailer, { template: 'reminder', to: email, locale, values, paper }) } as const;
}

/**
 * Reminds a customer of what is still due: writes the reminder, posts its fee and asks for the mail, all or nothing. Answers
 * whether there was anything left to remind of.
 */
export async function writeReminder(
  tx: TenantTx,
  mailer: Mailer | null,
  runId: string,
  next: NextCustomer,
  orders: Orders,
): Promise<boolean> {
  const due = await stillDue(tx, next, orders);
  if (!due) return false;
  const { partyId, items, others } = due;
  const { asOf, currency, levels } = orders;
  const number = Math.max(...items.map(({ level }) => level));
  const level = present(levels[number - 1], 'a run has the levels that it proposed');
  const [customer, address, documents, called] = await Promise.all([
    loadCustomer(tx, partyId),
    customerAddress(tx, partyId),
    documentNumbers(
      tx,
      items.map(({ entryId }) => entryId),
    ),
    drawReminderNumber(tx, partsOf(asOf)[0]),
  ]);
  const { feeMinor } = level;
  const figures = figuresOf(items, others, { currency, minor: feeMinor });
  const words = wordsOf(level, customer, figures, orders);
  const named = items.map((item) => ({
    documentNumber: documents.get(item.entryId) ?? '',
    dueOn: item.dueOn,
    open: moneyJson(item.openMinor, item.currency),
  }));
  const id = uuidv7();
  const entryId = await postFee(tx, { id, partyId, customer: customer.name, level }, orders);
  const lines = linesOfLetter(customer.locale, named, figures);
  const { company, locale } = customer;
  const printed = {
    number: called,
    date: asOf,
    locale,
    company,
    customer: customer.name,
    address,
    ...words,
    items: named,
    figures,
  };
  const mailed = mailTo(customer, { ...words, lines, paper: reminderPaper(printed) }, tx, mailer);
  const reminder = {
    ...{ id, number: called, runId, partyId, date: asOf, level: number, levelName: level.name, locale },
    ...words,
    ...mailed,
    ...{ figures, currency, feeMinor, entryId },
  };
  const reminded = items.map(({ last: _last, partyId: _party, ...item }) => ({
    ...item,
    daysOverdue: daysBetween(item.dueOn, asOf),
  }));
  insertReminder(tx, reminder, reminded);
  const fee = moneyJson(feeMinor, currency);
  tx.record({
    subjectId: id,
    after: { number: called, partyId, date: asOf, level: number, fee, mail: mailed.mail, items: reminded.length },
  });
  tx.emit(reminderIssued, { reminderId: id, number: called, partyId, date: asOf, level: number, fee });
  return true;
}
