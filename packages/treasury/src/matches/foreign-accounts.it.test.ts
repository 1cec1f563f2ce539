import type * as accounting from '@atlas/accounting/contract';
import type * as sales from '@atlas/sales/contract';
import { bytesOf, doBackgroundWork, invoiceOf, newShop, operationNamed, type Shop, sendBytes, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createBankAccount } from '../accounts/create-bank-account.ts';
import { readReconciliation } from '../reconciliation/read-reconciliation.ts';
import { beginStatementUpload } from '../statements/begin-statement-upload.ts';
import { importStatements } from '../statements/import-statements.ts';
import { listStatementLines } from '../statements/read-bank-statements.ts';
import { listOpenItemsToMatch } from '../suggestions/list-open-items.ts';
import { applyMatch } from './apply-match.ts';
import { undoMatch } from './undo-match.ts';

const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');
const getInvoice = operationNamed<typeof sales.getInvoice>('sales.invoice.get');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const createAccount = operationNamed<typeof accounting.createAccount>('accounting.account.create');
const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

const refused = (code: string) => expect.objectContaining({ code });
const key = ({ entryId, position }: { entryId: string; position: number }) => ({ entryId, position });

const statement = (currency: string, amount: string, fee: string, closing: string): string =>
  `:20:X\n:25:GB82WEST12345698765432\n:28C:1/1\n:60F:C260301${currency}0,\n:61:2603200320C${amount}NTRFNONREF\n:86:Paid\n:61:2603200320D${fee}NTRFNONREF\n:86:Fee\n:62F:C260320${currency}${closing}\n-\n`;

/** An account in another currency, an invoice of 119 in it, and movements of 119 in and 5 out ten days later. */
async function foreign(currency: string, [issued, paid]: readonly [string, string], file: string) {
  const shop = await newShop();
  const account = { code: '1025', name: 'Bank abroad', type: 'asset', parentId: shop.account('1000') } as const;
  const ledgerAccountId = (await shop.run(createAccount, account)).id;
  await shop.run(saveExchangeRate, { currency, validOn: '2026-03-01', rate: issued });
  await shop.run(saveExchangeRate, { currency, validOn: '2026-03-15', rate: paid });
  const invoice = await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), currency });
  const fields = { name: 'Abroad', number: 'GB82WEST12345698765432', currency, ledgerAccountId };
  const { id } = await shop.run(createBankAccount, fields);
  const at = new Date().toISOString();
  const begun = await shop.run(beginStatementUpload, { id, name: 'a.sta', byteCount: file.length }, { at });
  await sendBytes(begun, bytesOf(file));
  await shop.run(importStatements, { id, uploadId: begun.id });
  await doBackgroundWork(shop);
  const { items: lines } = await shop.run(listStatementLines, { id, sort: 'bookedOn' });
  const { items } = await shop.run(listOpenItemsToMatch, { id });
  const [line, fee] = [lines.find(({ text }) => text === 'Paid'), lines.find(({ text }) => text === 'Fee')];
  const [item] = items;
  if (!line || !fee || !item) throw new Error('nothing to match');
  return { shop, id, invoice, line, fee, item };
}

/** Balances by the code of the account, debit positive. */
async function balances(shop: Shop): Promise<Record<string, string>> {
  const { rows } = await shop.run(readTrialBalance, { asOf: '2026-12-31' });
  const shown = rows.map(({ code, debit, credit }) => [code, /[1-9]/.test(debit.amount) ? debit.amount : `-${credit.amount}`]);
  return Object.fromEntries(shown.filter(([, amount]) => /[1-9]/.test(amount ?? '')));
}

const dollars = () => foreign('USD', ['1.10', '1.25'], statement('USD', '119,00', '5,00', '114,00'));

describe('a movement of an account in another currency than the books', () => {
  it('settles what is open in it at the rate of its day, and the difference is realised', async () => {
    const { shop, id, invoice, line, fee, item } = await dollars();
    expect(item.open).toEqual({ amount: '119.00', currency: 'USD' });
    const match = await shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)] });
    expect([match.total, match.inBooks]).toEqual([
      { amount: '119.00', currency: 'USD' },
      { amount: '95.20', currency: 'EUR' },
    ]);
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ open: { amount: '0.00', currency: 'USD' } });
    const { lines } = await shop.run(getJournal, { id: match.entryId ?? '' });
    expect(lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? null, credit?.amount ?? null])).toEqual([
      ['1025', '95.20', null],
      ['1100', null, '95.20'],
    ]);
    // 119.00 was 108.18 when it was sold, and 95.20 when it was paid.
    expect(await balances(shop)).toEqual({ 1025: '95.20', 4010: '-90.91', 2200: '-17.27', 6900: '12.98' });
    await shop.run(applyMatch, { id, lineIds: [fee.id], splits: [{ accountId: shop.account('6100'), amount: '-5.00' }] });
    expect(await shop.run(readReconciliation, { id, asOf: '2026-12-31' })).toMatchObject({
      ledgerBalance: { amount: '114.00', currency: 'USD' },
      statementBalance: { amount: '114.00', currency: 'USD' },
      difference: { amount: '0.00' },
    });
    expect(await violations()).toEqual({});
  });

  it('is worth what the bank made of it, where that is said', async () => {
    const { shop, id, line, fee, item } = await dollars();
    const splits = [{ accountId: shop.account('6100'), amount: '-5.00' }];
    const lineIds = [line.id, fee.id];
    await expect(shop.run(applyMatch, { id, lineIds, items: [key(item)], splits, value: '0' })).rejects.toThrow();
    await shop.run(applyMatch, { id, lineIds, items: [key(item)], splits, value: '92.37' });
    expect(await balances(shop)).toMatchObject({ 1025: '92.37', 6100: '4.05', 6900: '11.76' });
    expect(await violations()).toEqual({});
  });

  it('is taken back with its difference, also after what it settled was paid in part', async () => {
    const { shop, id, invoice, line, item } = await dollars();
    const before = await balances(shop);
    const part = [{ ...key(item), amount: '100.00' }];
    const splits = [{ accountId: shop.account('1100'), amount: '19.00', partyId: shop.customerId }];
    const match = await shop.run(applyMatch, { id, lineIds: [line.id], items: part, splits });
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ open: { amount: '19.00' } });
    await shop.run(undoMatch, { id: match.id, date: '2026-04-02' });
    expect(await balances(shop)).toEqual(before);
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ open: { amount: '119.00' } });
    await shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)] });
    expect(await violations()).toEqual({});
  });

  it.each([
    ['JPY', '160.5', '171.25', '119,', '5,', '114,'],
    ['KWD', '0.331', '0.3275', '119,000', '5,000', '114,000'],
  ])('in %s has the decimals that it has', async (currency, issued, paid, amount, fee, closing) => {
    const { shop, id, line, item } = await foreign(currency, [issued, paid], statement(currency, amount, fee, closing));
    const match = await shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)] });
    expect(match.total.amount).toBe(line.amount.amount);
    expect(await shop.run(listOpenItemsToMatch, { id })).toEqual({ items: [] });
    expect(await violations()).toEqual({});
  });

  it('is refused without a rate, and a value is refused where the account is in the currency of the books', async () => {
    const { shop, id, line, item } = await dollars();
    const attempt = (more: object) => shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)], ...more });
    await expect(attempt({ value: '1.005' })).rejects.toThrow(refused('too_many_decimals'));
    await expect(attempt({ date: '2026-02-01' })).rejects.toThrow(refused('accounting.no_rate'));
    const euros = { name: 'Home', number: 'NL91ABNA0417164300', currency: 'EUR', ledgerAccountId: shop.account('1020') };
    const home = await shop.run(createBankAccount, euros);
    const file = statement('EUR', '119,00', '5,00', '114,00').replace('GB82WEST12345698765432', 'NL91ABNA0417164300');
    const begun = await shop.run(
      beginStatementUpload,
      { id: home.id, name: 'b.sta', byteCount: file.length },
      { at: new Date().toISOString() },
    );
    await sendBytes(begun, bytesOf(file));
    await shop.run(importStatements, { id: home.id, uploadId: begun.id });
    await doBackgroundWork(shop);
    const { items } = await shop.run(listStatementLines, { id: home.id });
    const splits = [{ accountId: shop.account('6100'), amount: items[0]?.amount.amount ?? '' }];
    await expect(shop.run(applyMatch, { id: home.id, lineIds: [items[0]?.id], splits, value: '1.00' })).rejects.toThrow(
      refused('accounting.own_currency'),
    );
  });
});
