import type * as accounting from '@atlas/accounting/contract';
import { doBackgroundWork } from '../deliver.ts';
import { operationNamed } from '../operations.ts';
import { amountOf, type Chance } from './chance.ts';
import type { Company } from './company.ts';

const postJournal = operationNamed<typeof accounting.postJournal>('accounting.journal.post');
const reverseJournal = operationNamed<typeof accounting.reverseJournal>('accounting.journal.reverse');
const runRevaluation = operationNamed<typeof accounting.runRevaluation>('accounting.revaluation.run');
const undoRevaluation = operationNamed<typeof accounting.undoRevaluation>('accounting.revaluation.undo');
const lockPeriod = operationNamed<typeof accounting.lockPeriod>('accounting.period.lock');
const unlockPeriod = operationNamed<typeof accounting.unlockPeriod>('accounting.period.unlock');
const setLock = operationNamed<typeof accounting.setLock>('accounting.lock.set');
const closeYear = operationNamed<typeof accounting.closeYear>('accounting.fiscal_year.close');
const reopenYear = operationNamed<typeof accounting.reopenYear>('accounting.fiscal_year.reopen');

async function journal(company: Company, chance: Chance): Promise<void> {
  const [date, first, second] = [chance.day(), chance.int(1, 90_000), chance.int(1, 90_000)];
  const account = () => company.account(chance.pick(['1020', '1400', '6020', '6040', '6090']) ?? '1020');
  const lines = [
    { accountId: account(), debit: amountOf(first) },
    { accountId: account(), debit: amountOf(second) },
    { accountId: account(), credit: amountOf(first + second) },
  ];
  const reverseOn = chance.percent(15) ? { reverseOn: chance.dayFrom(date) } : {};
  company.journals.push({ id: (await company.run(postJournal, { date, description: 'By hand', lines, ...reverseOn })).id, date });
}

async function journalReversed(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(company.journals);
  if (of) await company.run(reverseJournal, { id: of.id, date: chance.dayFrom(of.date) });
}

async function revaluation(company: Company, chance: Chance): Promise<void> {
  const date = chance.day();
  const { id } = await company.run(runRevaluation, { date, reversal: chance.pick(['next_day', 'kept']) });
  company.revaluations.push({ id, date });
}

async function revaluationUndone(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(chance.percent(70) ? company.revaluations.slice(-1) : company.revaluations);
  if (of) await company.run(undoRevaluation, { id: of.id });
}

async function periodLocked(company: Company, chance: Chance): Promise<void> {
  await company.run(lockPeriod, { id: chance.pick(company.periods.flat()) });
}

/** Most of a year's, so that there is always somewhere to post. */
async function periodsUnlocked(company: Company, chance: Chance): Promise<void> {
  for (const id of chance.pick(company.periods) ?? []) if (chance.percent(80)) await company.run(unlockPeriod, { id });
}

async function areaLocked(company: Company, chance: Chance): Promise<void> {
  const area = chance.pick(['sales', 'purchases', 'bank', 'general', 'all']);
  await company.run(setLock, { area, lockedThrough: chance.day() });
}

async function areasUnlocked(company: Company): Promise<void> {
  await company.run(setLock, { area: 'all', lockedThrough: null });
}

async function yearClosed(company: Company, chance: Chance): Promise<void> {
  await company.run(closeYear, { id: chance.pick(company.years), overrideReason: 'A rehearsal' });
  await doBackgroundWork(company);
}

async function yearReopened(company: Company, chance: Chance): Promise<void> {
  await company.run(reopenYear, { id: chance.pick(company.years), reason: 'A late bill' });
  await doBackgroundWork(company);
}

/** What is done by hand and at the end of a month or year, with how often of a hundred. */
export const closing = [
  { name: 'journal', weight: 6, run: journal },
  { name: 'journal reversed', weight: 2, run: journalReversed },
  { name: 'revaluation', weight: 4, run: revaluation },
  { name: 'revaluation undone', weight: 2, run: revaluationUndone },
  { name: 'period locked', weight: 2, run: periodLocked },
  { name: 'periods unlocked', weight: 12, run: periodsUnlocked },
  { name: 'area locked', weight: 1, run: areaLocked },
  { name: 'areas unlocked', weight: 3, run: areasUnlocked },
  { name: 'year closed', weight: 1, run: yearClosed },
  { name: 'year reopened', weight: 10, run: yearReopened },
];
