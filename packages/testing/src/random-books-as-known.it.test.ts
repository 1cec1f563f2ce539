import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import type * as tax from '@atlas/tax/contract';
import { expect, it } from 'vitest';
import { useOwnDatabase } from './database.ts';
import { operationNamed } from './operations.ts';
import { type Company, newCompany } from './random-books/company.ts';
import { doAtRandom } from './random-books/steps.ts';

const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const readAgeing = operationNamed<typeof payments.readAgeing>('payments.report.ageing');
const readPartyStatement = operationNamed<typeof payments.readPartyStatement>('payments.report.party_statement');
const readTaxReport = operationNamed<typeof tax.readTaxReport>('tax.report.read');

useOwnDatabase();

const count = Number(process.env.RANDOM_OPERATIONS ?? 280);
const seed = Number(process.env.RANDOM_SEED ?? 3);
const stepsOfDay = 40;
const days = ['2025-06-30', '2026-02-14', '2027-12-31'];

/** The day on which a step is done, whatever days its documents bear. */
const dayOf = (number: number): string =>
  new Date(Date.UTC(2026, 2, 31 + Math.floor(number / stepsOfDay))).toISOString().slice(0, 10);

/** Whose operations are done on a day. */
const doneOn = (company: Company, today: () => string): Company => ({
  ...company,
  run: (operation, input, options) => company.run(operation, input, { at: `${today()}T09:00:00.000Z`, ...options }),
});

const cents = ({ amount }: { amount: string }): number => Number(amount.replace('.', ''));

/** What is said of open items and of taxes on some days, all of which ties to the trial balance. */
async function said(company: Company, knownOn?: string) {
  const known = knownOn === undefined ? {} : { knownOn };
  return Promise.all(
    days.flatMap((asOf) =>
      (['receivable', 'payable'] as const).map(async (ledger) => {
        const partyId = (ledger === 'receivable' ? company.customers : company.suppliers)[0];
        const [ageing, statement, taxes, { rows }] = await Promise.all([
          company.run(readAgeing, { ledger, asOf, ...known }),
          company.run(readPartyStatement, { ledger, partyId, from: '2025-03-01', to: asOf, ...known }),
          company.run(readTaxReport, { from: '2025-01-01', to: asOf, ...known }),
          company.run(readTrialBalance, { asOf, ...known }),
        ]);
        const balanceOf = (code: string) => {
          const row = rows.find((each) => each.code === code);
          return row ? cents(row.debit) - cents(row.credit) : 0;
        };
        const balance = balanceOf(ledger === 'receivable' ? '1100' : '2100');
        expect([cents(ageing.value), ageing.balance], `${ledger} on ${asOf}, known on ${knownOn}`).toEqual([
          balance,
          ageing.value,
        ]);
        const moved = taxes.accounts.filter((account) => cents(account.ledger) !== 0 || cents(account.documents) !== 0);
        expect(moved.map((account) => -cents(account.ledger))).toEqual(moved.map(({ code }) => balanceOf(code)));
        return { ageing, statement, taxes: { ...taxes, accounts: moved } };
      }),
    ),
  );
}

it(`what was open as it was known on a day is what was said then (RANDOM_SEED=${seed} RANDOM_OPERATIONS=${count})`, async () => {
  let today = dayOf(0);
  const company = doneOn(await newCompany(), () => today);
  const then: [day: string, answers: Awaited<ReturnType<typeof said>>][] = [];
  await doAtRandom(company, { seed, count }, async (number) => {
    if (number % stepsOfDay === 0) then.push([today, await said(company)]);
    today = dayOf(number);
  });
  for (const [day, answers] of then) expect(await said(company, day), day).toEqual(answers);
  expect(then[0]?.[1]).not.toEqual(then.at(-1)?.[1]);
}, 300_000);
