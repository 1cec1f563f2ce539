import type { Grant } from '@atlas/kernel';
import { dryRun, newBooks, operationNamed, personWith, upload } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import type * as contract from '../contract/index.ts';

const checkImport = operationNamed<typeof contract.checkImport>('imports.import.check');
const runImport = operationNamed<typeof contract.runImport>('imports.import.run');
const mapFile = operationNamed<typeof contract.mapImportFile>('imports.file.map');

const files = {
  'customers.csv': 'Customer ID,Company Name\nC1,One\n',
  'products.csv': 'SKU,Product name,Price\nP1,Bolt,1.50\n',
  'o.csv': 'Order ID,Customer ID,Order date\nA,C1,2026-01-05\n',
  'l.csv': 'Order ID,SKU,Qty,Price\nA,P1,10,1.50\n',
};
const needed = ['parties.party.create', 'parties.party.update', 'catalog.product.create', 'sales.invoice.issue'];
const all = (permission: string): Grant => ({ permission, scope: 'all' });

/** Everything that it takes, but for one permission, which is granted like this or not at all. */
const but = (permission: string, instead?: Partial<Grant>) =>
  personWith(
    'imports.*',
    ...needed.filter((each) => each !== permission).map(all),
    ...(instead ? [{ ...all(permission), ...instead }] : []),
  );

describe('whoever imports', () => {
  it('needs what the files do, record by record, to check them and to run them', async () => {
    const books = await newBooks();
    const { id } = await dryRun(books, files);
    for (const permission of needed) {
      const refusal = { code: 'forbidden', details: { permission } };
      const actor = but(permission);
      await expect(books.run(checkImport, { id }, { actor })).rejects.toMatchObject(refusal);
      await expect(books.run(runImport, { id }, { actor })).rejects.toMatchObject(refusal);
    }
    expect((await books.run(runImport, { id }, { actor: personWith('imports.*', ...needed) })).status).toBe('running');
  });

  it('needs it for all records, amounts and fields', async () => {
    const books = await newBooks();
    const { id } = await dryRun(books, files);
    const less: [string, Partial<Grant>][] = [
      ['sales.invoice.issue', { scope: 'own' }],
      ['sales.invoice.issue', { scope: 'department' }],
      ['sales.invoice.issue', { maxAmount: '1000000' }],
      ['sales.invoice.issue', { hides: ['note'] }],
      ['parties.party.create', { hides: ['email'] }],
    ];
    for (const [permission, instead] of less)
      await expect(books.run(runImport, { id }, { actor: but(permission, instead) })).rejects.toMatchObject({
        code: 'forbidden',
        details: { permission },
      });
    const whole = but('sales.invoice.issue', { scope: 'company' });
    expect((await books.run(runImport, { id }, { actor: whole })).status).toBe('running');
  });

  it('needs nothing for files that hold nothing to import, and for a table all that its rows mention', async () => {
    const books = await newBooks();
    const id = await upload(books, { 'sales.csv': 'Document,Day,Client,Article,Number,Each\nA,2026-01-05,C1,P1,1,2\n' });
    const nobody = personWith('imports.*');
    const mapping = {
      reference: 'Document',
      date: 'Day',
      customer: 'Client',
      product: 'Article',
      quantity: 'Number',
      unitPrice: 'Each',
    };
    await expect(books.run(checkImport, { id }, { actor: nobody })).rejects.toMatchObject({ code: 'imports.nothing_to_import' });
    await books.run(mapFile, { id, position: 1, kind: 'sales.invoice_table', mapping });
    for (const permission of ['parties.party.create', 'catalog.product.create', 'sales.invoice.issue'])
      await expect(books.run(checkImport, { id }, { actor: but(permission) })).rejects.toMatchObject({ details: { permission } });
    expect((await books.run(checkImport, { id }, { actor: personWith('imports.*', ...needed) })).status).toBe('checking');
  });
});
