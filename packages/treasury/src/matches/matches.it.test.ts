import type * as accounting from '@atlas/accounting/contract';
import type * as sales from '@atlas/sales/contract';
import {
  asAdministrator,
  bytesOf,
  doBackgroundWork,
  invoiceOf,
  newShop,
  operationNamed,
  type Shop,
  sendBytes,
  violations,
} from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createBankAccount } from '../accounts/create-bank-account.ts';
import { readReconciliation } from '../reconciliation/read-reconciliation.ts';
import { createMatchingRule } from '../rules/create-matching-rule.ts';
import { beginStatementUpload } from '../statements/begin-statement-upload.ts';
import { importStatements } from '../statements/import-statements.ts';
import { listStatementLines } from '../statements/read-bank-statements.ts';
import { listLedgerLinesToMatch, listOpenItemsToMatch } from '../suggestions/list-open-items.ts';
import { listSuggestionRuns } from '../suggestions/list-suggestion-runs.ts';
import { listSuggestions } from '../suggestions/list-suggestions.ts';
import { applyMatch } from './apply-match.ts';
import { undoMatch } from './undo-match.ts';

const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');
const getInvoice = operationNamed<typeof sales.getInvoice>('sales.invoice.get');
const postJournal = operationNamed<typeof accounting.postJournal>('accounting.journal.post');
const reverseJournal = operationNamed<typeof accounting.reverseJournal>('accounting.journal.reverse');
const lockPeriod = operationNamed<typeof accounting.lockPeriod>('accounting.period.lock');
const listFiscalYears = operationNamed<typeof accounting.listFiscalYears>('accounting.fiscal_year.list');

const refused = (code: string) => expect.objectContaining({ code });
const number = 'NL91ABNA0417164300';

type Line = readonly [day: string, mark: 'C' | 'D', amount: string, text: string];

const mt940 = (opening: string, lines: readonly Line[]): string => {
  const entries = lines.map(([day, mark, amount, text]) => `:61:${day}${day.slice(2)}${mark}${amount}NTRFNONREF\n:86:${text}\n`);
  const cents = lines.reduce((sum, [, mark, amount]) => sum + (mark === 'C' ? 1 : -1) * Number(amount.replace(',', '')), 0);
  const closing = (Number(opening.replace(',', '')) + cents).toString().padStart(3, '0');
  const last = lines.at(-1)?.[0];
  return `:20:X\n:25:${number}\n:28C:1/1\n:60F:C260301EUR${opening}\n${entries.join('')}:62F:C${last}EUR${closing.slice(0, -2)},${closing.slice(-2)}\n-\n`;
};

async function withAccount(): Promise<{ shop: Shop; id: string }> {
  const shop = await newShop();
  const fields = { name: 'House bank', number, currency: 'EUR', ledgerAccountId: shop.account('1020') };
  return { shop, id: (await shop.run(createBankAccount, fields)).id };
}

async function imported(shop: Shop, id: string, lines: readonly Line[], opening = '0,00'): Promise<void> {
  const file = mt940(opening, lines);
  const at = new Date().toISOString();
  const begun = await shop.run(beginStatementUpload, { id, name: 'a.sta', byteCount: file.length }, { at });
  await sendBytes(begun, bytesOf(file));
  await shop.run(importStatements, { id, uploadId: begun.id });
  await doBackgroundWork(shop);
}

const linesOf = async (shop: Shop, id: string) => (await shop.run(listStatementLines, { id, sort: 'bookedOn' })).items;
const openOf = async (shop: Shop, id: string) => (await shop.run(listOpenItemsToMatch, { id })).items;
const reconciled = (shop: Shop, id: string, asOf = '2026-12-31') => shop.run(readReconciliation, { id, asOf });
const key = ({ entryId, position }: { entryId: string; position: number }) => ({ entryId, position });

/** An invoice of 119.00, its number, and a movement that pays it. */
async function invoicePaid() {
  const { shop, id } = await withAccount();
  const invoice = await shop.run(issueInvoice, invoiceOf(shop, '1'));
  await imported(shop, id, [['260320', 'C', '119,00', `/NAME/Customer One/REMI/${invoice.number}/`]]);
  const [line] = await linesOf(shop, id);
  const [item] = await openOf(shop, id);
  if (!line || !item) throw new Error('nothing to match');
  return { shop, id, invoice, line, item };
}

describe('a movement', () => {
  it('is suggested with reasons, posted against what it settles, and taken back on a later day', async () => {
    const { shop, id, invoice, line, item } = await invoicePaid();
    const [suggestion] = (await shop.run(listSuggestions, { id: line.id })).items;
    expect(suggestion).toMatchObject({ kind: 'items', score: 100, items: [{ ...key(item), settled: { amount: '119.00' } }] });
    expect(suggestion?.reasons.map(({ code }) => code)).toEqual(['amount_exact', 'reference', 'party_name']);
    expect(await reconciled(shop, id)).toMatchObject({ bankOnly: { amount: '119.00' }, difference: { amount: '0.00' } });

    const match = await shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)] });
    expect(match).toMatchObject({
      date: '2026-03-20',
      total: { amount: '119.00' },
      lineIds: [line.id],
      ledgerLines: [{ amount: { amount: '119.00' } }],
    });
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ open: { amount: '0.00' } });
    expect((await linesOf(shop, id))[0]?.matchId).toBe(match.id);
    expect(await openOf(shop, id)).toEqual([]);
    expect((await shop.run(listSuggestions, { id: line.id })).items).toEqual([]);
    expect(await reconciled(shop, id)).toMatchObject({
      ledgerBalance: { amount: '119.00' },
      ledgerOnlyCount: 0,
      bankOnlyCount: 0,
      statementBalance: { amount: '119.00' },
      difference: { amount: '0.00' },
    });

    await expect(shop.run(undoMatch, { id: match.id, date: '2026-03-19' })).rejects.toThrow(refused('treasury.undo_too_early'));
    const undone = await shop.run(undoMatch, { id: match.id, date: '2026-04-02' });
    expect(undone).toMatchObject({ undoneOn: '2026-04-02', reversalId: expect.any(String) });
    await expect(shop.run(undoMatch, { id: match.id })).rejects.toThrow(refused('treasury.match_undone'));
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ open: { amount: '119.00' } });
    expect((await openOf(shop, id)).map(({ open }) => open.amount)).toEqual(['119.00']);
    expect((await shop.run(listLedgerLinesToMatch, { id })).items).toEqual([]);
    expect(await reconciled(shop, id, '2026-03-31')).toMatchObject({
      ledgerOnly: { amount: '119.00' },
      difference: { amount: '0.00' },
    });
    await shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)] });
    expect(await reconciled(shop, id)).toMatchObject({ ledgerOnlyCount: 0, bankOnlyCount: 0, difference: { amount: '0.00' } });
    expect(await violations()).toEqual({});
  });

  it('is what several are: two movements pay an invoice less a charge, and leave an advance of the party', async () => {
    const { shop, id } = await withAccount();
    const invoice = await shop.run(issueInvoice, invoiceOf(shop, '2'));
    await imported(shop, id, [
      ['260320', 'C', '200,00', 'part'],
      ['260321', 'C', '45,00', 'rest'],
    ]);
    const lineIds = (await linesOf(shop, id)).map((line) => line.id);
    const [item] = await openOf(shop, id);
    const items = [key(item ?? { entryId: '', position: 0 })];
    await expect(shop.run(applyMatch, { id, lineIds, items })).rejects.toMatchObject({
      code: 'treasury.match_differs',
      details: { differenceMinor: '700' },
    });
    const charge = { accountId: shop.account('6090'), amount: '-3.00', description: 'Charge' };
    const advance = { accountId: shop.account('1100'), amount: '10.00' };
    await expect(shop.run(applyMatch, { id, lineIds, items, splits: [charge, advance] })).rejects.toThrow(
      refused('accounting.control_account'),
    );
    const match = await shop.run(applyMatch, { id, lineIds, items, splits: [charge, { ...advance, partyId: shop.customerId }] });
    expect(match.ledgerLines.map(({ amount }) => amount.amount)).toEqual(['200.00', '45.00']);
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ open: { amount: '0.00' } });
    expect((await openOf(shop, id)).map(({ open, partyId }) => [open.amount, partyId])).toEqual([['-10.00', shop.customerId]]);
    expect(await reconciled(shop, id)).toMatchObject({ ledgerBalance: { amount: '245.00' }, difference: { amount: '0.00' } });
    await shop.run(undoMatch, { id: match.id });
    expect((await openOf(shop, id)).map(({ open }) => open.amount)).toEqual(['238.00']);
    expect(await violations()).toEqual({});
  });

  it('may be in the ledger already: then nothing is posted, and a line of the ledger stands for one movement only', async () => {
    const { shop, id } = await withAccount();
    const lines = [
      { accountId: shop.account('6090'), debit: '50' },
      { accountId: shop.account('1020'), credit: '50' },
    ];
    await shop.run(postJournal, { date: '2026-03-18', description: 'Office', lines });
    await imported(shop, id, [
      ['260320', 'D', '50,00', 'Office'],
      ['260321', 'D', '50,00', 'Office'],
    ]);
    const [first, second] = await linesOf(shop, id);
    const [suggestion] = (await shop.run(listSuggestions, { id: first?.id })).items;
    const ledgerLine = key(suggestion?.ledgerLine ?? { entryId: '', position: 0 });
    expect(suggestion?.reasons).toMatchObject([{ code: 'ledger_amount' }, { code: 'date_near', value: '2' }]);
    const match = await shop.run(applyMatch, { id, lineIds: [first?.id], ledgerLines: [ledgerLine] });
    expect(match).toMatchObject({ entryId: null, total: { amount: '50.00' } });
    await expect(shop.run(applyMatch, { id, lineIds: [second?.id], ledgerLines: [ledgerLine] })).rejects.toThrow(
      refused('treasury.ledger_line_matched'),
    );
    expect(await reconciled(shop, id, '2026-03-19')).toMatchObject({
      ledgerBalance: { amount: '-50.00' },
      ledgerOnly: { amount: '-50.00' },
      bankOnlyCount: 0,
      expected: { amount: '0.00' },
      difference: { amount: '0.00' },
    });
    expect(await reconciled(shop, id)).toMatchObject({ bankOnly: { amount: '-50.00' }, difference: { amount: '0.00' } });
    expect(await shop.run(undoMatch, { id: match.id })).toMatchObject({ reversalId: null });
    await shop.run(applyMatch, { id, lineIds: [second?.id], ledgerLines: [ledgerLine] });
    expect(await violations()).toEqual({});
  });

  it('may be one of two lines of an entry: taken back, the other line counts as its reversal does', async () => {
    const { shop, id } = await withAccount();
    await imported(shop, id, [['260320', 'C', '60,00', 'Cash']]);
    const entry = await shop.run(postJournal, {
      date: '2026-03-20',
      description: 'Cash of two days',
      lines: [
        { accountId: shop.account('1020'), debit: '60' },
        { accountId: shop.account('1020'), debit: '40' },
        { accountId: shop.account('4800'), credit: '100' },
      ],
    });
    const [line] = await linesOf(shop, id);
    await shop.run(applyMatch, { id, lineIds: [line?.id], ledgerLines: [{ entryId: entry.id, position: 1 }] });
    await shop.run(reverseJournal, { id: entry.id, date: '2026-03-21' });
    const ledgerOnly = ['40.00', '-40.00', '-60.00'];
    const now = await reconciled(shop, id);
    expect(now).toMatchObject({
      ledgerBalance: { amount: '0.00' },
      expected: { amount: '60.00' },
      difference: { amount: '0.00' },
    });
    expect(now.ledgerOnlyLines.map(({ amount }) => amount.amount).sort()).toEqual(ledgerOnly.sort());
    expect((await shop.run(listLedgerLinesToMatch, { id })).items.map(({ amount }) => amount.amount).sort()).toEqual(ledgerOnly);
  });

  it('that two people match at once is matched once, and the other is told so', async () => {
    const { shop, id, line, item } = await invoicePaid();
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, () => shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)] })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts)
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'treasury.line_matched' });
    expect(await reconciled(shop, id)).toMatchObject({ ledgerBalance: { amount: '119.00' }, difference: { amount: '0.00' } });
    expect(await violations()).toEqual({});
  });

  it('is refused where the books are closed, where less is open, and where it is another account’s', async () => {
    const { shop, id, line, item } = await invoicePaid();
    const attempt = (more: object) => shop.run(applyMatch, { id, lineIds: [line.id], ...more });
    await expect(attempt({ items: [{ ...key(item), amount: '120.00' }] })).rejects.toThrow(refused('treasury.item_changed'));
    await expect(attempt({ items: [{ ...key(item), amount: '-119.00' }] })).rejects.toThrow(refused('treasury.item_changed'));
    await expect(attempt({ ledgerLines: [key(item)] })).rejects.toThrow(refused('treasury.unknown_line'));
    const { items: years } = await shop.run(listFiscalYears, {});
    const march = years.flatMap(({ periods }) => periods).find(({ startsOn }) => startsOn === '2026-03-01');
    await shop.run(lockPeriod, { id: march?.id });
    await expect(attempt({ items: [key(item)] })).rejects.toThrow(refused('accounting.period_closed'));
    expect(await attempt({ items: [key(item)], date: '2026-04-01' })).toMatchObject({ date: '2026-04-01' });
    expect(await reconciled(shop, id, '2026-03-31')).toMatchObject({
      bankOnly: { amount: '119.00' },
      difference: { amount: '0.00' },
    });
  });
});

describe('a rule', () => {
  it('that applies itself posts what an import brings; what the books refuse stays a suggestion', async () => {
    const { shop, id } = await withAccount();
    const charges = {
      name: 'Charges',
      words: 'account fee',
      accountId: shop.account('6090'),
      direction: 'out',
      isAutomatic: true,
    };
    await shop.run(createMatchingRule, { bankAccountId: id, ...charges });
    await shop.run(createMatchingRule, {
      bankAccountId: id,
      name: 'Certain',
      minAmount: '0.01',
      position: 200,
      isAutomatic: true,
    });
    const wide = { bankAccountId: id, name: 'All', words: ' - ' };
    await expect(shop.run(createMatchingRule, wide)).rejects.toThrow(refused('treasury.rule_too_wide'));
    const invoice = await shop.run(issueInvoice, invoiceOf(shop, '1'));
    await imported(shop, id, [
      ['250302', 'D', '4,00', 'Account fee of a year without books'],
      ['260302', 'D', '5,00', 'Account fee March'],
      ['260320', 'C', '119,00', `Payment ${invoice.number}`],
      ['260321', 'C', '119,00', 'Payment without a number'],
    ]);
    expect((await linesOf(shop, id)).map(({ matchId, score }) => [matchId !== null, score])).toEqual([
      [false, 80],
      [true, null],
      [true, null],
      [false, expect.any(Number)],
    ]);
    const [run] = (await shop.run(listSuggestionRuns, { id })).items;
    expect(run).toMatchObject({ status: 'completed', lineCount: 4, doneCount: 4, appliedCount: 2 });
    expect(await shop.run(getInvoice, { id: invoice.id })).toMatchObject({ open: { amount: '0.00' } });
    expect(await violations()).toEqual({});
  });
});

it('PostgreSQL itself lets no movement and no line of the ledger stand in two matches', async () => {
  const { shop, id, line, item } = await invoicePaid();
  const match = await shop.run(applyMatch, { id, lineIds: [line.id], items: [key(item)] });
  const copy = `insert into bank_matches (tenant_id, id, bank_account_id, date, created_at)
    select tenant_id, gen_random_uuid(), bank_account_id, date, created_at from bank_matches where id = $1 returning id`;
  const [{ id: otherId } = { id: '' }] = await asAdministrator<{ id: string }>(copy, [match.id]);
  for (const [table, columns] of [
    ['bank_match_lines', 'line_id'],
    ['bank_match_postings', 'entry_id, position'],
  ] as const)
    await expect(
      asAdministrator(
        `insert into ${table} (tenant_id, match_id, ${columns}) select tenant_id, $2::uuid, ${columns} from ${table} where match_id = $1`,
        [match.id, otherId],
      ),
    ).rejects.toThrow(/_standing/);
  await asAdministrator('delete from bank_matches where id = $1', [otherId]);
});
