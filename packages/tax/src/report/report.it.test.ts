import type * as accounting from '@atlas/accounting/contract';
import { invoiceOf, newShop, operationNamed, type Shop } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createTax } from '../taxes/create-tax.ts';
import { listTaxDifferences } from './list-differences.ts';
import { listTaxedDocuments } from './list-documents.ts';
import { readTaxReport } from './read-report.ts';

const issueInvoice = operationNamed('sales.invoice.issue');
const createInvoice = operationNamed('sales.invoice.create');
const voidInvoice = operationNamed('sales.invoice.void');
const postJournal = operationNamed<typeof accounting.postJournal>('accounting.journal.post');

const march = { from: '2026-03-01', to: '2026-03-31' };
const april = { from: '2026-04-01', to: '2026-04-30' };

/** A month of sales: 19 % on 300.00, of which 100.00 were taken back in April; 10 % withheld of 50.00; and a draft. */
async function soldInMarch(): Promise<Shop & { withheldId: string }> {
  const shop = await newShop();
  const withheld = await shop.run(createTax, {
    ...{ code: 'W10', name: 'Withheld', kind: 'percent', operation: 'withholding' },
    rates: [{ validFrom: '2020-01-01', value: '0.1' }],
    salesAccountId: shop.account('1300'),
  });
  await shop.run(issueInvoice, invoiceOf(shop, '2'));
  const { id } = (await shop.run(issueInvoice, invoiceOf(shop, '1'))) as { id: string };
  await shop.run(voidInvoice, { id, date: '2026-04-02' });
  const kept = { description: 'Royalty', quantity: '1', unitPrice: '50', taxIds: [withheld.id] };
  await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), lines: [kept] });
  await shop.run(createInvoice, invoiceOf(shop, '7'));
  return { ...shop, withheldId: withheld.id };
}

const post = (shop: Shop, credit: string) =>
  shop.run(postJournal, {
    date: '2026-03-20',
    description: 'Corrected by hand',
    lines: [
      { accountId: shop.account('2200'), credit },
      { accountId: shop.account('1020'), debit: credit },
    ],
  });

describe('the tax report', () => {
  it('says what each tax came to in a period, and ties to the ledger', async () => {
    const shop = await soldInMarch();
    const report = await shop.run(readTaxReport, march);
    expect(report.rows.map(({ code, base, amount, documentCount }) => [code, base.amount, amount.amount, documentCount])).toEqual(
      [
        ['S19', '300.00', '57.00', 2],
        ['W10', '50.00', '5.00', 1],
      ],
    );
    expect(report.accounts.map(({ code, ledger, difference }) => [code, ledger.amount, difference.amount])).toEqual([
      ['1300', '-5.00', '0.00'],
      ['2200', '57.00', '0.00'],
    ]);
    expect(report.owed.amount).toBe('52.00');
    expect((await shop.run(readTaxReport, april)).rows).toMatchObject([
      { code: 'S19', base: { amount: '-100.00' }, amount: { amount: '-19.00' } },
    ]);
  });

  it('leads to the documents of a tax, page by page', async () => {
    const shop = await soldInMarch();
    const asked = { ...march, taxId: shop.taxCodeId, direction: 'sale', limit: 1 };
    const first = await shop.run(listTaxedDocuments, asked);
    const second = await shop.run(listTaxedDocuments, { ...asked, cursor: first.nextCursor });
    const amounts = [...first.items, ...second.items].map(({ amount }) => amount.amount).sort();
    expect([amounts, second.nextCursor]).toEqual([['19.00', '38.00'], null]);
    expect(first.items).toMatchObject([{ sourceKind: 'sales.invoice', description: 'Invoice to Customer One' }]);
  });

  it('shows what was posted beside documents, and where', async () => {
    const shop = await soldInMarch();
    const { id } = await post(shop, '7.00');
    const { accounts } = await shop.run(readTaxReport, march);
    expect(accounts.find(({ code }) => code === '2200')).toMatchObject({
      ledger: { amount: '64.00' },
      difference: { amount: '7.00' },
    });
    const { items } = await shop.run(listTaxDifferences, { ...march, accountId: shop.account('2200') });
    expect(items).toMatchObject([{ entryId: id, documents: { amount: '0.00' }, difference: { amount: '7.00' } }]);
    expect((await shop.run(listTaxDifferences, { ...march, accountId: shop.account('1300') })).items).toEqual([]);
  });
});
