import type * as payments from '@atlas/payments/contract';
import type * as treasury from '@atlas/treasury/contract';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { doBackgroundWork } from './deliver.ts';
import { bytesOf, sendBytes } from './importing.ts';
import { issueInvoice, operationNamed } from './operations.ts';
import { invoiceOf, newShop } from './shop.ts';

const createBankAccount = operationNamed<typeof treasury.createBankAccount>('treasury.bank_account.create');
const beginStatementUpload = operationNamed<typeof treasury.beginStatementUpload>('treasury.statement_upload.begin');
const importStatements = operationNamed<typeof treasury.importStatements>('treasury.statement.import');
const listStatementLines = operationNamed<typeof treasury.listStatementLines>('treasury.statement_line.list');
const applyMatch = operationNamed<typeof treasury.applyMatch>('treasury.match.apply');
const undoMatch = operationNamed<typeof treasury.undoMatch>('treasury.match.undo');

const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const reversePayment = operationNamed<typeof payments.reversePayment>('payments.payment.reverse');

const number = 'NL91ABNA0417164300';
const file = `:20:X\n:25:${number}\n:28C:1/1\n:60F:C260320EUR0,00\n:61:2603200320C10,00NTRFNONREF\n:86:Advance\n:62F:C260320EUR10,00\n-\n`;

/** A match that left an advance of a customer open. */
async function advance() {
  const shop = await newShop();
  const fields = { name: 'House bank', number, currency: 'EUR', ledgerAccountId: shop.account('1020') };
  const { id } = await shop.run(createBankAccount, fields);
  const upload = { id, name: 'a.sta', byteCount: file.length };
  const begun = await shop.run(beginStatementUpload, upload, { at: new Date().toISOString() });
  await sendBytes(begun, bytesOf(file));
  await shop.run(importStatements, { id, uploadId: begun.id });
  await doBackgroundWork(shop);
  const lineIds = (await shop.run(listStatementLines, { id })).items.map((line) => line.id);
  const split = { accountId: shop.account('1100'), partyId: shop.customerId, amount: '10.00' };
  return { shop, match: await shop.run(applyMatch, { id, lineIds, splits: [split] }) };
}

/** How many wait for whoever asks. */
const waits = 'select count(*)::integer as count from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))';

describe('the order of locks', () => {
  it('has items before the series of the journal, when a match is taken back that somebody is settling', async () => {
    const { shop, match } = await advance();
    const settling = await (await testDatabase()).administrators.connect();
    try {
      await settling.query('begin');
      const held = await settling.query('select tenant_id from open_items where source_id = $1 for update', [match.id]);
      expect(held.rows).toHaveLength(1);
      const undoing = shop.run(undoMatch, { id: match.id });
      await expect.poll(async () => (await settling.query(waits)).rows[0].count, { timeout: 10_000 }).toBe(1);
      // Whoever settles posts next: the series is free for them.
      const series = `select from number_series where tenant_id = $1 and code = 'journal' for update nowait`;
      expect((await settling.query(series, [held.rows[0].tenant_id])).rowCount).toBeGreaterThan(0);
      await settling.query('rollback');
      expect(await undoing).toMatchObject({ reversalId: expect.any(String) });
    } finally {
      settling.release();
    }
  });

  it('has what a payment settled before the payment, when it is taken back while both are being settled', async () => {
    const shop = await newShop();
    const { entryId } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
    const paid = await shop.run(postPayment, {
      ...{ direction: 'in', partyId: shop.customerId, date: '2026-03-20', accountId: shop.account('1020'), amount: '119' },
      items: [{ entryId, position: 1, amount: '119' }],
    });
    const settling = await (await testDatabase()).administrators.connect();
    const lock = 'select from open_items where entry_id = $1 for update';
    try {
      await settling.query('begin');
      await settling.query(lock, [entryId]);
      const reversing = shop.run(reversePayment, { id: paid.id, date: '2026-03-21' });
      await expect.poll(async () => (await settling.query(waits)).rows[0].count, { timeout: 10_000 }).toBe(1);
      // The item of the payment comes after, and is held by nobody yet.
      expect((await settling.query(`${lock} nowait`, [paid.entryId])).rowCount).toBe(1);
      await settling.query('rollback');
      expect(await reversing).toMatchObject({ reversedOn: '2026-03-21' });
    } finally {
      settling.release();
    }
  });
});
