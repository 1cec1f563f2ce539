import type * as accounting from '@atlas/accounting/contract';
import { type Books, newBooks, operationNamed, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createAssetCategory } from '../categories/create-category.ts';
import { readAssetRegister } from '../reports/read-register.ts';
import { cancelAsset } from './cancel-asset.ts';
import { commissionAsset } from './commission-asset.ts';
import { createAsset } from './create-asset.ts';
import { disposeAsset } from './dispose-asset.ts';
import { getAsset } from './get-asset.ts';
import { listAssets } from './list-assets.ts';
import { previewSchedule } from './preview-schedule.ts';
import { revalueAsset } from './revalue-asset.ts';

const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const listJournals = operationNamed<typeof accounting.listJournals>('accounting.journal.list');

const refused = (code: string) => expect.objectContaining({ code });

async function machines(books: Books): Promise<string> {
  const { id } = await books.run(createAssetCategory, {
    code: 'M',
    name: 'Machines',
    assetAccountId: books.account('1510'),
    accumulatedAccountId: books.account('1590'),
    expenseAccountId: books.account('6090'),
    gainAccountId: books.account('4800'),
    lossAccountId: books.account('6800'),
    method: 'straight_line',
    periods: 12,
    monthsPerPeriod: 1,
  });
  return id;
}

const press = (categoryId: string) => ({
  code: 'A1',
  name: 'Press',
  categoryId,
  cost: '1200.00',
  availableOn: '2026-01-01',
  firstPeriodEndsOn: '2026-01-31',
});

async function inService(books: Books, fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = await books.run(createAsset, { ...press(await machines(books)), ...fields });
  await books.run(commissionAsset, { id, date: '2026-01-01', creditAccountId: books.account('1020') });
  return id;
}

/** Account codes and signed amounts of the newest entry of an asset. */
async function newestEntry(books: Books, assetId: string): Promise<[string, string][]> {
  const { items } = await books.run(listJournals, { sourceId: assetId, sort: '-date' });
  const entry = await books.run(getJournal, { id: items[0]?.id });
  return entry.lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? `-${credit?.amount}`]);
}

describe('an asset', () => {
  it('is drafted with the plan of its category, and cancelled', async () => {
    const books = await newBooks();
    const draft = await books.run(createAsset, press(await machines(books)));
    expect(draft).toMatchObject({ status: 'draft', method: 'straight_line', periods: 12, net: { amount: '1200.00' } });
    expect(draft.rows).toHaveLength(12);
    expect(draft.rows.at(-1)).toMatchObject({ endsOn: '2026-12-31', amount: { amount: '100.00' }, net: { amount: '0.00' } });
    const preview = await books.run(previewSchedule, {
      ...{ cost: '1200.00', availableOn: '2026-01-01', firstPeriodEndsOn: '2026-01-31' },
      ...{ method: 'straight_line', periods: '12', monthsPerPeriod: '1', proRata: 'days' },
    });
    expect(preview.rows.map(({ amount }) => amount)).toEqual(draft.rows.map(({ amount }) => amount));
    await books.run(cancelAsset, { id: draft.id });
    await expect(books.run(getAsset, { id: draft.id })).rejects.toThrow(refused('not_found'));
  });

  it('comes into the books with its cost and what was written off elsewhere', async () => {
    const books = await newBooks();
    const id = await inService(books, { opening: '300.00', openingPeriods: 3, availableOn: '2025-10-01' });
    expect(await newestEntry(books, id)).toEqual([
      ['1510', '1200.00'],
      ['1590', '-300.00'],
      ['1020', '-900.00'],
    ]);
    expect(await books.run(getAsset, { id })).toMatchObject({ status: 'in_service', accumulated: { amount: '300.00' } });
    const { items } = await books.run(listAssets, { status: 'in_service' });
    expect(items.map((each) => each.id)).toEqual([id]);
    await expect(books.run(cancelAsset, { id })).rejects.toThrow(refused('assets.wrong_state'));
    const again = { id, date: '2026-01-01', creditAccountId: books.account('1020') };
    await expect(books.run(commissionAsset, again)).rejects.toThrow(refused('assets.wrong_state'));
  });

  it.each([
    ['a salvage value of the cost', { salvage: '1200.00' }, '/salvage'],
    ['more written off than there is', { opening: '1200.01', openingPeriods: 1 }, '/opening'],
    ['a first period before it is in use', { firstPeriodEndsOn: '2025-12-31' }, '/firstPeriodEndsOn'],
    ['periods that have not passed', { openingPeriods: 2 }, '/openingPeriods'],
    ['written-down value down to nothing', { method: 'written_down_value' }, '/yearlyRate'],
  ])('is refused with %s, and the field is named', async (_what, fields, pointer) => {
    const books = await newBooks();
    await expect(books.run(createAsset, { ...press(await machines(books)), ...fields })).rejects.toMatchObject({
      code: 'assets.invalid_terms',
      details: { errors: [{ pointer }] },
    });
  });

  it('is sold: depreciation to the day, out of the books, and a gain', async () => {
    const books = await newBooks();
    const id = await inService(books);
    const sale = { id, date: '2026-02-14', proceeds: '1100.00', proceedsAccountId: books.account('1020') };
    await expect(books.run(disposeAsset, { ...sale, proceedsAccountId: null })).rejects.toThrow(refused('validation_failed'));
    const sold = await books.run(disposeAsset, sale);
    // January, and 14 of the 28 days of February.
    expect(sold).toMatchObject({ status: 'disposed', disposedOn: '2026-02-14', accumulated: { amount: '150.00' }, rows: [] });
    expect(await newestEntry(books, id)).toEqual([
      ['1590', '150.00'],
      ['1020', '1100.00'],
      ['1510', '-1200.00'],
      ['4800', '-50.00'],
    ]);
    const register = await books.run(readAssetRegister, { asOf: '2026-02-13' });
    expect(register).toMatchObject({ total: { cost: { amount: '1200.00' }, net: { amount: '1200.00' } } });
    expect(await books.run(readAssetRegister, { asOf: '2026-02-14' })).toMatchObject({
      rows: [],
      total: { net: { amount: '0.00' } },
    });
    await expect(books.run(disposeAsset, sale)).rejects.toThrow(refused('assets.wrong_state'));
    expect(await violations()).toEqual({});
  });

  it('is scrapped with a loss', async () => {
    const books = await newBooks();
    const id = await inService(books);
    await books.run(disposeAsset, { id, date: '2026-01-31' });
    expect(await newestEntry(books, id)).toEqual([
      ['1590', '100.00'],
      ['1510', '-1200.00'],
      ['6800', '1100.00'],
    ]);
  });

  it('is given another value, and the rest is planned anew', async () => {
    const books = await newBooks();
    const id = await inService(books, { salvage: '120.00' });
    const change = { id, date: '2026-01-20', accountId: books.account('6800') };
    await expect(books.run(revalueAsset, { ...change, value: '119.99' })).rejects.toThrow(refused('assets.below_salvage'));
    const due = { ...change, date: '2026-01-31', value: '600.00' };
    await expect(books.run(revalueAsset, due)).rejects.toThrow(refused('assets.depreciation_due'));
    const down = await books.run(revalueAsset, { ...change, value: '600.00' });
    expect(down).toMatchObject({ net: { amount: '600.00' }, accumulated: { amount: '600.00' }, cost: { amount: '1200.00' } });
    expect(down.rows.map(({ amount }) => amount.amount)).toEqual(Array.from({ length: 12 }, () => '40.00'));
    const up = await books.run(revalueAsset, { ...change, value: '1320.00', accountId: books.account('3020') });
    expect(up).toMatchObject({ net: { amount: '1320.00' }, cost: { amount: '1920.00' } });
    expect(up.rows[0]?.amount.amount).toBe('100.00');
    expect(await violations()).toEqual({});
  });
});
