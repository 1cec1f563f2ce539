import { route, schemas } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { asAdministrator, newShop, type Shop, violations } from '@atlas/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { saveCurrencySettings } from '../currencies/save-currency-settings.ts';
import { saveExchangeRate } from '../currencies/save-exchange-rate.ts';
import { postEntries, postingTerms } from '../journals/posting.ts';
import { settleItems } from '../open-items/settle-items.ts';
import { unsettleItems } from '../open-items/unsettle-items.ts';
import { readTrialBalance } from '../reports/read-trial-balance.ts';
import { previewRevaluation } from './preview-revaluation.ts';
import { runRevaluation } from './run-revaluation.ts';
import { undoRevaluation } from './undo-revaluation.ts';

const refused = (code: string) => expect.objectContaining({ code });
const { date, id } = schemas;

/** Posts a debit on one account over a foreign amount and its value, against another, as a document would. */
const post = command(
  route({
    name: 'accounting.trial.post',
    method: 'POST',
    path: '/trials',
    summary: 'Post a document of a test',
    input: z.object({
      date,
      accountId: id,
      counterId: id,
      partyId: id.nullable(),
      currency: schemas.currencyCode,
      foreign: z.bigint(),
      base: z.bigint(),
    }),
    output: z.object({ entryId: id, position: z.int() }),
    errors: [],
  }),
  async (tx, { date: on, accountId, counterId, partyId, currency, foreign, base }) => {
    const terms = await postingTerms(tx, [on]);
    const transaction = currency === terms.currency ? null : { currency, amountMinor: foreign };
    const line = { description: null, currency: terms.currency };
    const lines = [
      { ...line, accountId, partyId, amountMinor: base, transaction },
      { ...line, accountId: counterId, partyId: null, amountMinor: -base },
    ];
    const entryId = uuidv7();
    postEntries(tx, terms, [{ id: entryId, date: on, description: 'Trial', sourceKind: 'trial', sourceId: null, lines }]);
    return { entryId, position: 1 };
  },
);

type Item = { readonly entryId: string; readonly position: number };
type ItemState = { entryId: string; residual_minor: string; residual_base_minor: string };

const stateOf = async ({ tenantId }: Shop): Promise<Map<string, [number, number]>> => {
  const rows = (await asAdministrator(
    `select entry_id as "entryId", residual_minor, residual_base_minor from open_items where tenant_id = '${tenantId}'`,
  )) as ItemState[];
  return new Map(rows.map((row) => [row.entryId, [Number(row.residual_minor), Number(row.residual_base_minor)]]));
};

let books: Shop;

const receivable = (on: string, foreign: bigint, base: bigint, currency = 'USD') =>
  books.run(post, {
    date: on,
    accountId: books.account('1100'),
    counterId: books.account(foreign > 0n ? '4010' : '1020'),
    partyId: books.customerId,
    currency,
    foreign,
    base,
  });
const worth = (validOn: string, rate: string, currency = 'USD') =>
  books.run(saveExchangeRate, { currency, validOn, quotation: 'base_per_foreign', rate });
const settle = (on: string, ...items: Item[]) => books.run(settleItems, { date: on, items });
const balance = async (code: string, asOf = '2026-12-31'): Promise<number> => {
  const { rows } = await books.run(readTrialBalance, { asOf });
  const row = rows.find((each) => each.code === code);
  return Math.round((Number(row?.debit?.amount ?? 0) - Number(row?.credit?.amount ?? 0)) * 100);
};

beforeEach(async () => {
  books = await newShop();
});

describe('a revaluation', () => {
  it('brings what is open to the rate of the day, and takes it back on the next', async () => {
    const item = await receivable('2026-01-10', 10_000n, 9_000n);
    await worth('2026-01-31', '0.95');
    expect((await books.run(previewRevaluation, { date: '2026-01-31' })).rows).toMatchObject([
      {
        accountCode: '1100',
        currency: 'USD',
        foreign: { amount: '100.00' },
        before: { amount: '90.00' },
        after: { amount: '95.00' },
      },
    ]);
    const run = await books.run(runRevaluation, { date: '2026-01-31' });
    expect(run).toMatchObject({ difference: { amount: '5.00' }, rows: [{ difference: { amount: '5.00' }, kept: false }] });
    expect([await balance('1100', '2026-01-31'), await balance('1100', '2026-02-01')]).toEqual([9_500, 9_000]);
    expect([await balance('4900', '2026-01-31'), await balance('4900', '2026-02-01')]).toEqual([-500, 0]);
    expect((await stateOf(books)).get(item.entryId)).toEqual([10_000, 9_000]);
    await expect(books.run(runRevaluation, { date: '2026-01-31' })).rejects.toThrow(refused('accounting.nothing_to_revalue'));
  });

  it('kept, is what later differences are realised against', async () => {
    const item = await receivable('2026-01-10', 10_000n, 9_000n);
    await worth('2026-01-31', '0.95');
    await books.run(runRevaluation, { date: '2026-01-31', reversal: 'kept' });
    await expect(books.run(runRevaluation, { date: '2026-01-31', reversal: 'kept' })).rejects.toThrow(
      refused('accounting.nothing_to_revalue'),
    );
    const payment = await receivable('2026-02-10', -10_000n, -9_200n);
    const { pairs } = await settle('2026-02-10', item, payment);
    expect(pairs).toMatchObject([{ exchange: { amount: '-3.00' } }]);
    expect([await balance('1100'), await balance('4900'), await balance('6900')]).toEqual([0, -500, 300]);
    expect([...(await stateOf(books)).values()]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('of a day gone by leaves alone what was settled since', async () => {
    const item = await receivable('2026-01-10', 10_000n, 9_000n);
    const payment = await receivable('2026-02-03', -6_000n, -5_400n);
    await settle('2026-02-03', item, payment);
    await settle('2026-02-04', item, await receivable('2026-02-04', -4_000n, -3_600n));
    await worth('2026-01-31', '0.95');
    const run = await books.run(runRevaluation, { date: '2026-01-31', reversal: 'kept' });
    expect(run.rows).toMatchObject([{ difference: { amount: '5.00' }, kept: false }]);
    expect([await balance('1100', '2026-01-31'), await balance('1100')]).toEqual([9_500, 0]);
    const undone = await books.run(undoRevaluation, { id: run.id });
    expect(undone.status).toBe('undone');
    expect([await balance('1100', '2026-01-31'), await balance('1100')]).toEqual([9_000, 0]);
    await expect(books.run(undoRevaluation, { id: run.id })).rejects.toThrow(refused('accounting.revaluation_undone'));
    expect((await books.run(runRevaluation, { date: '2026-01-31' })).difference).toMatchObject({ amount: '5.00' });
  });

  it('of a day gone by leaves alone what was kept at another value since', async () => {
    const item = await receivable('2026-01-10', 10_000n, 9_000n);
    await worth('2026-01-31', '0.95');
    await worth('2026-02-28', '0.97');
    const later = await books.run(runRevaluation, { date: '2026-02-28', reversal: 'kept' });
    const run = await books.run(runRevaluation, { date: '2026-01-31', reversal: 'kept' });
    expect(run.rows).toMatchObject([{ difference: { amount: '5.00' }, kept: false }]);
    expect([await balance('1100', '2026-01-31'), await balance('1100', '2026-02-28')]).toEqual([9_500, 9_700]);
    expect((await stateOf(books)).get(item.entryId)).toEqual([10_000, 9_700]);
    await books.run(undoRevaluation, { id: run.id });
    await books.run(undoRevaluation, { id: later.id });
    // Nothing goes on from its value any more.
    const again = await books.run(runRevaluation, { date: '2026-01-31', reversal: 'kept' });
    expect(again.rows).toMatchObject([{ difference: { amount: '5.00' }, kept: true }]);
    expect((await stateOf(books)).get(item.entryId)).toEqual([10_000, 9_500]);
  });

  it('that was kept is not undone once something was settled at its values', async () => {
    const item = await receivable('2026-01-10', 10_000n, 9_000n);
    await worth('2026-01-31', '0.95');
    const run = await books.run(runRevaluation, { date: '2026-01-31', reversal: 'kept' });
    const { id: settlementId } = await settle('2026-02-10', item, await receivable('2026-02-10', -5_000n, -5_000n));
    await expect(books.run(undoRevaluation, { id: run.id })).rejects.toThrow(refused('accounting.revaluation_built_upon'));
    expect((await stateOf(books)).get(item.entryId)).toEqual([5_000, 4_750]);
    await books.run(unsettleItems, { id: settlementId, date: '2026-02-11' });
    expect((await stateOf(books)).get(item.entryId)).toEqual([10_000, 9_500]);
    expect(await balance('4900')).toBe(-500);
  });

  it('takes in money on accounts of banks, and keeps what nothing is left of', async () => {
    const bank = (on: string, foreign: bigint, base: bigint) =>
      books.run(post, {
        date: on,
        accountId: books.account('1020'),
        counterId: books.account('2500'),
        partyId: null,
        currency: 'USD',
        foreign,
        base,
      });
    await bank('2026-01-05', 10_000n, 9_000n);
    await worth('2026-01-31', '0.95');
    await books.run(runRevaluation, { date: '2026-01-31' });
    await expect(books.run(runRevaluation, { date: '2026-01-31' })).rejects.toThrow(refused('accounting.nothing_to_revalue'));
    expect([await balance('1020', '2026-01-31'), await balance('1020', '2026-02-01')]).toEqual([9_500, 9_000]);
    await bank('2026-02-05', -10_000n, -9_300n);
    const run = await books.run(runRevaluation, { date: '2026-02-28' });
    expect(run.rows).toMatchObject([{ foreign: { amount: '0.00' }, difference: { amount: '3.00' }, kept: true }]);
    expect(await balance('1020')).toBe(0);
    await expect(books.run(runRevaluation, { date: '2026-02-28' })).rejects.toThrow(refused('accounting.nothing_to_revalue'));
  });

  it('needs a rate that is not too old, and an open day after', async () => {
    await receivable('2026-01-10', 10_000n, 9_000n);
    await expect(books.run(runRevaluation, { date: '2026-01-31' })).rejects.toThrow(refused('accounting.no_rate'));
    await worth('2026-01-10', '0.95');
    await books.run(saveCurrencySettings, { staleAfterDays: 7, stale: 'refuse', preferredSource: null, revaluedAccountIds: [] });
    await expect(books.run(runRevaluation, { date: '2026-01-31' })).rejects.toThrow(refused('accounting.stale_rate'));
    await worth('2027-12-31', '0.95');
    await expect(books.run(runRevaluation, { date: '2027-12-31' })).rejects.toThrow(refused('accounting.no_period'));
    expect((await books.run(runRevaluation, { date: '2027-12-31', reversal: 'kept' })).entryIds).toHaveLength(1);
  });

  it('twice at once is posted once', async () => {
    await receivable('2026-01-10', 10_000n, 9_000n);
    await worth('2026-01-31', '0.95');
    const runs = await Promise.allSettled([1, 2].map(() => books.run(runRevaluation, { date: '2026-01-31', reversal: 'kept' })));
    expect(runs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await balance('1100')).toBe(9_500);
  });
});

describe('open items that settle one another', () => {
  it('in the currency of the books and in a foreign one meet at the rate of the former', async () => {
    const debit = await receivable('2026-01-10', 12_000n, 6_000n);
    const credit = await receivable('2026-02-10', -4_000n, -4_000n, 'EUR');
    await books.run(saveExchangeRate, { currency: 'USD', validOn: '2026-02-10', rate: '3' });
    const settled = await settle('2026-02-11', debit, credit);
    expect(settled.pairs).toMatchObject([
      { debitAmount: { amount: '120.00', currency: 'USD' }, creditAmount: { amount: '40.00' }, exchange: { amount: '-20.00' } },
    ]);
    expect([...(await stateOf(books)).values()]).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect([await balance('1100'), await balance('6900')]).toEqual([0, 2_000]);
  });

  it('need a debit and a credit', async () => {
    const [a, b] = [await receivable('2026-01-10', 100n, 100n), await receivable('2026-01-10', 100n, 100n)];
    await expect(settle('2026-01-11', a, b)).rejects.toThrow(refused('accounting.items_apart'));
    await expect(settle('2026-01-11', a, { entryId: uuidv7(), position: 1 })).rejects.toThrow(refused('accounting.unknown_item'));
    await expect(books.run(unsettleItems, { id: uuidv7(), date: '2026-02-01' })).rejects.toThrow(refused('not_found'));
  });
});

describe('after anything, in any order', () => {
  it.each([1, 2, 3])('the items are the control account, and what is settled is worth nothing (%i)', async (seed) => {
    let state = seed * 7919;
    const below = (limit: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % limit;
    };
    const day = (limit = 300): string => new Date(Date.UTC(2026, 0, 1 + below(limit))).toISOString().slice(0, 10);
    const items: Item[] = [];
    const runs: string[] = [];
    const settlements: { id: string; date: string }[] = [];
    const money = ['USD', 'JPY', 'KWD', 'EUR'];
    for (const currency of money.slice(0, 3))
      for (let n = 0; n < 5; n++) await worth(day(30), `0.${below(9) + 1}${below(10)}`, currency);
    for (const currency of money.slice(0, 3)) await worth('2026-01-01', '0.5', currency);
    const steps = [
      async () => {
        const currency = money[below(4)] ?? 'EUR';
        const [foreign, sign] = [BigInt(below(50_000) + 1), below(2) === 0 ? 1n : -1n];
        const base = currency === 'EUR' ? foreign : BigInt(below(50_000) + 1);
        items.push(await receivable(day(), sign * foreign, sign * base, currency));
      },
      async () => {
        const chosen = [...new Set([1, 2, 3, 4].map(() => items[below(items.length || 1)]))].filter((item) => item !== undefined);
        const on = day();
        settlements.push({ id: (await settle(on, ...chosen)).id, date: on });
      },
      async () => runs.push((await books.run(runRevaluation, { date: day(), reversal: below(2) ? 'kept' : 'next_day' })).id),
      async () => books.run(undoRevaluation, { id: runs[below(runs.length || 1)] }),
      async () => books.run(unsettleItems, { id: settlements[below(settlements.length || 1)]?.id, date: '2026-12-01' }),
    ];
    for (let n = 0; n < 120; n++) {
      const step = steps[below(10) < 4 ? 0 : below(steps.length)] ?? steps[0];
      await step?.().catch((error: { code?: string }) => expect(error.code).toMatch(/^(accounting\.|not_found|validation)/));
    }
    const left = [...(await stateOf(books)).values()];
    expect(left.filter(([own, base]) => own === 0 && base !== 0)).toEqual([]);
    expect(await balance('1100')).toBe(left.reduce((sum, [, base]) => sum + base, 0));
    const twice = await books.run(runRevaluation, { date: '2026-12-10', reversal: 'kept' });
    await expect(books.run(runRevaluation, { date: '2026-12-10', reversal: 'kept' })).rejects.toThrow(
      refused('accounting.nothing_to_revalue'),
    );
    expect(twice.status).toBe('posted');
    const { totalDebit, totalCredit } = await books.run(readTrialBalance, { asOf: '2026-12-31' });
    expect(totalDebit).toEqual(totalCredit);
    expect(await violations()).toEqual({});
  });
});
