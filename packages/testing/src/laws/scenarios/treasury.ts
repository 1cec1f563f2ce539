import type { createAccount as createAccountRoute, postJournal as postJournalRoute } from '@atlas/accounting/contract';
import { uuidv7 } from '@atlas/kernel';
import type { issueInvoice as issueInvoiceRoute } from '@atlas/sales/contract';
import type * as contract from '@atlas/treasury/contract';
import { doBackgroundWork } from '../../deliver.ts';
import { bytesOf, sendBytes } from '../../importing.ts';
import { operationNamed } from '../../operations.ts';
import { invoiceOf, type Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const createAccount = operationNamed<typeof createAccountRoute>('accounting.account.create');
const createBankAccount = operationNamed<typeof contract.createBankAccount>('treasury.bank_account.create');
const beginStatementUpload = operationNamed<typeof contract.beginStatementUpload>('treasury.statement_upload.begin');
const importStatements = operationNamed<typeof contract.importStatements>('treasury.statement.import');
const listStatements = operationNamed<typeof contract.listStatements>('treasury.statement.list');
const listStatementLines = operationNamed<typeof contract.listStatementLines>('treasury.statement_line.list');
const applyMatch = operationNamed<typeof contract.applyMatch>('treasury.match.apply');
const getBankAccount = operationNamed<typeof contract.getBankAccount>('treasury.bank_account.get');
const listLedgerLinesToMatch = operationNamed<typeof contract.listLedgerLinesToMatch>('treasury.ledger_line.list');
const postJournal = operationNamed<typeof postJournalRoute>('accounting.journal.post');
const issueInvoice = operationNamed<typeof issueInvoiceRoute>('sales.invoice.issue');
const createMatchingRule = operationNamed<typeof contract.createMatchingRule>('treasury.matching_rule.create');

const statement = `:20:A1
:25:NL91ABNA0417164300
:28C:1/1
:60F:C260301EUR100,00
:61:2603020302D12,50NTRFINV-7//B1
:86:Rent for March
:62F:C260302EUR87,50
-
`;

const mapping = { delimiter: ';', dateFormat: 'DD.MM.YYYY', decimalMark: 'comma', bookingDate: 1, amount: 2, text: [3] };

/** A bank account that stands for an account of its own, so that scenarios fit beside each other in one workspace. */
async function newAccount(
  shop: Shop,
  number = uuidv7(),
): Promise<{ name: string; number: string; currency: string; ledgerAccountId: string }> {
  const code = uuidv7().slice(-12);
  const { id } = await shop.run(createAccount, { code, name: 'House bank', type: 'asset' });
  return { name: 'House bank', number, currency: 'EUR', ledgerAccountId: id };
}

const opened = async (shop: Shop): Promise<string> =>
  (await shop.run(createBankAccount, { ...(await newAccount(shop)), otherNumbers: ['NL91ABNA0417164300'] })).id;

/** A file whose bytes have arrived. */
async function sent(shop: Shop): Promise<{ id: string; uploadId: string }> {
  const id = await opened(shop);
  // It is good for a day, also for those who take it by the clock of the API.
  const at = new Date().toISOString();
  const begun = await shop.run(beginStatementUpload, { id, name: 'march.sta', byteCount: statement.length }, { at });
  await sendBytes(begun, bytesOf(statement));
  return { id, uploadId: begun.id };
}

async function imported(shop: Shop): Promise<{ id: string; importId: string }> {
  const { id: importId, bankAccountId } = await shop.run(importStatements, await sent(shop));
  await doBackgroundWork(shop);
  return { id: bankAccountId, importId };
}

/** A movement of an account, and all that one can be: an item, a line that the ledger has, and an account. */
async function movement(shop: Shop) {
  const { id } = await imported(shop);
  const { ledgerAccountId } = await shop.run(getBankAccount, { id });
  const lines = [
    { accountId: ledgerAccountId, credit: '10' },
    { accountId: shop.account('6090'), debit: '10' },
  ];
  await shop.run(postJournal, { date: '2026-03-01', description: 'Rent', lines });
  const { entryId } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
  const [{ items: movements }, { items: posted }] = [
    await shop.run(listStatementLines, { id }),
    await shop.run(listLedgerLinesToMatch, { id }),
  ];
  const keyOf = (line?: { entryId: string; position: number }) => ({
    entryId: line?.entryId ?? '',
    position: line?.position ?? 1,
  });
  const rest = { accountId: shop.account('6090'), amount: '-121.50', partyId: shop.customerId, description: 'Rent' };
  return {
    id,
    lineIds: [movements[0]?.id ?? ''],
    items: [{ entryId, position: 1, amount: '119.00' }],
    ledgerLines: [keyOf(posted[0])],
    splits: [rest],
  };
}

const matched = async (shop: Shop) => shop.run(applyMatch, await movement(shop));

const ruled = async (shop: Shop) =>
  shop.run(createMatchingRule, {
    bankAccountId: await opened(shop),
    name: 'Rent',
    words: 'rent',
    accountId: shop.account('6090'),
  });

const withAccount = (rest: Input = {}): Scenario => inShop(async (shop) => ({ id: await opened(shop), ...rest }));
const withStatements = (rest: Input = {}): Scenario => inShop(async (shop) => ({ id: (await imported(shop)).id, ...rest }));

export const treasury: Record<string, Scenario> = {
  'treasury.bank_account.create': inShop(async (shop) => ({
    ...(await newAccount(shop, 'DE89 3704 0044 0532 0130 00')),
    otherNumbers: ['0532013000'],
    csvMapping: mapping,
  })),
  'treasury.bank_account.update': inShop(async (shop) => {
    const { ledgerAccountId } = await newAccount(shop);
    return { id: await opened(shop), version: 1, name: 'Reserve', ledgerAccountId };
  }),
  'treasury.bank_account.get': withStatements(),
  'treasury.bank_account.list': inShop(async (shop) => {
    await imported(shop);
    return { limit: 10 };
  }),
  'treasury.bank_account.balances': withStatements({ from: '2026-01-01' }),
  'treasury.csv_mapping.preview': inShop(() => ({ head: 'Date;Amount;Text\n02.03.2026;-12,50;Rent\n', mapping })),
  'treasury.statement_upload.begin': withAccount({ name: 'march.sta', byteCount: 10, sha256: 'a'.repeat(64) }),
  'treasury.statement.import': inShop(sent),
  'treasury.statement.list': withStatements({ limit: 10 }),
  'treasury.statement.get': inShop(async (shop) => {
    const { items } = await shop.run(listStatements, { id: (await imported(shop)).id });
    return { id: items[0]?.id };
  }),
  'treasury.statement_import.get': inShop(async (shop) => ({ id: (await imported(shop)).importId })),
  'treasury.statement_import.list': withStatements({ limit: 10 }),
  'treasury.statement_line.list': inShop(async (shop) => {
    const { id } = await imported(shop);
    const { items } = await shop.run(listStatements, { id });
    return { id, statementId: items[0]?.id, q: 'rent', minAmount: '-20', limit: 10 };
  }),
  'treasury.suggestion.request': withStatements(),
  'treasury.suggestion_run.list': withStatements({ limit: 10 }),
  'treasury.suggestion.list': inShop(async (shop) => ({ id: (await movement(shop)).lineIds[0] })),
  'treasury.open_item.list': inShop(async (shop) => ({ id: await opened(shop), partyId: shop.customerId, q: 'one', limit: 10 })),
  'treasury.ledger_line.list': withAccount({ q: 'rent', limit: 10 }),
  'treasury.match.apply': inShop(movement),
  'treasury.match.undo': inShop(async (shop) => ({ id: (await matched(shop)).id })),
  'treasury.match.get': inShop(async (shop) => ({ id: (await matched(shop)).id })),
  'treasury.matching_rule.create': inShop(async (shop) => ({
    bankAccountId: await opened(shop),
    name: 'Rent',
    words: 'rent',
    maxAmount: '2000',
    accountId: shop.account('6090'),
    partyId: shop.customerId,
  })),
  'treasury.matching_rule.update': inShop(async (shop) => {
    const accountId = shop.account('6090');
    return { id: (await ruled(shop)).id, version: 1, name: 'Rent of the office', accountId, partyId: shop.customerId };
  }),
  'treasury.matching_rule.list': inShop(async (shop) => ({ bankAccountId: (await ruled(shop)).bankAccountId, limit: 10 })),
  'treasury.reconciliation.read': withStatements({ asOf: '2026-12-31' }),
};
