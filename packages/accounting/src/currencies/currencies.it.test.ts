import { importFiles, newBooks } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { deleteExchangeRate } from './delete-exchange-rate.ts';
import { findExchangeRate } from './find-exchange-rate.ts';
import { listExchangeRates } from './list-exchange-rates.ts';
import { saveCurrencySettings } from './save-currency-settings.ts';
import { saveExchangeRate } from './save-exchange-rate.ts';

const refused = (code: string) => expect.objectContaining({ code });
const settings = { staleAfterDays: 7, stale: 'warn', preferredSource: null, revaluedAccountIds: [] };

describe('exchange rates', () => {
  it('count from their day until the next one, and say when they are old', async () => {
    const books = await newBooks();
    const on = (day: string) => books.run(findExchangeRate, { currency: 'USD', on: day });
    await expect(on('2026-02-01')).rejects.toThrow(refused('accounting.no_rate'));
    await books.run(saveExchangeRate, { currency: 'USD', validOn: '2026-02-02', source: 'ecb', rate: '1.0850' });
    await books.run(saveExchangeRate, { currency: 'USD', validOn: '2026-02-10', source: 'ecb', rate: '1.1' });
    await expect(on('2026-02-01')).rejects.toThrow(refused('accounting.no_rate'));
    expect(await on('2026-02-09')).toMatchObject({ rate: '1.085', validOn: '2026-02-02', ageDays: 7, stale: false });
    expect(await on('2026-02-10')).toMatchObject({ rate: '1.1', ageDays: 0 });
    expect(await on('2026-02-18')).toMatchObject({ rate: '1.1', ageDays: 8, stale: true });
    await books.run(saveCurrencySettings, { ...settings, stale: 'refuse' });
    await expect(on('2026-02-18')).rejects.toThrow(refused('accounting.stale_rate'));
  });

  it('of several sources the one of the later day counts, of one day the preferred, else what was entered', async () => {
    const books = await newBooks();
    const say = (source: string, validOn: string, rate: string) =>
      books.run(saveExchangeRate, { currency: 'USD', validOn, source, rate });
    const now = async () => (await books.run(findExchangeRate, { currency: 'USD', on: '2026-02-03' })).source;
    await say('bank', '2026-02-02', '1.3');
    await say('ecb', '2026-02-02', '1.1');
    expect(await now()).toBe('bank');
    await say('manual', '2026-02-02', '1.2');
    expect(await now()).toBe('manual');
    await books.run(saveCurrencySettings, { ...settings, preferredSource: 'ecb' });
    expect(await now()).toBe('ecb');
    await say('bank', '2026-02-03', '1.4');
    expect(await now()).toBe('bank');
  });

  it('are replaced by what the same source says of the same day, and deleted', async () => {
    const books = await newBooks();
    const first = await books.run(saveExchangeRate, { currency: 'JPY', validOn: '2026-02-02', rate: '160' });
    const second = await books.run(saveExchangeRate, {
      currency: 'JPY',
      validOn: '2026-02-02',
      quotation: 'base_per_foreign',
      rate: '0.00625',
    });
    expect(second).toEqual({ ...first, quotation: 'base_per_foreign', rate: '0.00625' });
    const { items } = await books.run(listExchangeRates, { currency: 'JPY' });
    expect(items).toEqual([second]);
    await books.run(deleteExchangeRate, { id: second.id });
    await expect(books.run(deleteExchangeRate, { id: second.id })).rejects.toThrow(refused('not_found'));
  });

  it('the currency of the books has none, and accounts that are revalued exist', async () => {
    const books = await newBooks();
    await expect(books.run(saveExchangeRate, { currency: 'EUR', validOn: '2026-02-02', rate: '1' })).rejects.toThrow(
      refused('accounting.own_currency'),
    );
    const other = await newBooks();
    await expect(books.run(saveCurrencySettings, { ...settings, revaluedAccountIds: [other.account('1020')] })).rejects.toThrow(
      refused('accounting.unknown_account'),
    );
    const kept = { ...settings, revaluedAccountIds: [books.account('1020')] };
    expect(await books.run(saveCurrencySettings, kept)).toEqual(kept);
  });
});

describe('an import of exchange rates', () => {
  const file =
    'date,currency,rate,source\n2026-02-02,usd,1.085,ecb\n2026-02-03,USD,1.09,ecb\n2026-02-03,CHF,0.95,\n2026-02-03,EUR,1,\n';

  it('takes one rate a row, knows them again, and refuses the currency of the books', async () => {
    const books = await newBooks();
    expect(await importFiles(books, { 'rates.csv': file })).toMatchObject({ counts: [{ created: 3, refused: 1 }] });
    expect(await books.run(findExchangeRate, { currency: 'CHF', on: '2026-02-04' })).toMatchObject({
      source: 'manual',
      rate: '0.95',
    });
    expect(await importFiles(books, { 'rates.csv': file })).toMatchObject({ counts: [{ created: 0, refused: 1, unchanged: 3 }] });
  });
});
