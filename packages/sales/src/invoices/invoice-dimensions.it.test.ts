import type * as accounting from '@atlas/accounting/contract';
import { invoiceOf, newShop, operationNamed, violations } from '@atlas/testing';
import { expect, it } from 'vitest';
import { createInvoice } from './create-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { issueInvoices } from './issue-invoices.ts';
import { postInvoice } from './post-invoice.ts';
import { voidInvoice } from './void-invoice.ts';

const createDimension = operationNamed<typeof accounting.createDimension>('accounting.dimension.create');
const createValue = operationNamed<typeof accounting.createDimensionValue>('accounting.dimension_value.create');
const updateValue = operationNamed<typeof accounting.updateDimensionValue>('accounting.dimension_value.update');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');

/** A shop that sells for two projects. */
async function newProjects() {
  const shop = await newShop();
  const { id: dimensionId } = await shop.run(createDimension, { code: 'P', name: 'Project' });
  const add = async (code: string) => ({
    dimensionId,
    valueId: (await shop.run(createValue, { dimensionId, code, name: code })).id,
  });
  const [bridge, tower] = [await add('BRIDGE'), await add('TOWER')];
  const of = (unitPrice: string, ...dimensions: object[]) => ({ description: 'Work', quantity: '1', unitPrice, dimensions });
  const soldOf = async (entryId: string | null) =>
    (await shop.run(getJournal, { id: entryId ?? '' })).lines
      .filter(({ accountCode }) => accountCode.startsWith('4'))
      .map(({ debit, credit, dimensions }) => [credit?.amount ?? `-${debit?.amount}`, ...dimensions.map(({ code }) => code)]);
  const invoice = (...lines: object[]) => ({ ...invoiceOf(shop, '1'), lines });
  return { shop, dimensionId, bridge, tower, of, soldOf, invoice };
}

it('lines of an invoice are posted for what they name, and so is what voids it, in use or not', async () => {
  const { shop, bridge, tower, of, soldOf, invoice } = await newProjects();
  const draft = await shop.run(createInvoice, invoice(of('10', bridge), of('5', tower), of('1'), of('2.50', bridge)));
  expect(draft.lines.map(({ dimensions }) => dimensions)).toEqual([[bridge], [tower], [], [bridge]]);
  const { entryId } = await shop.run(postInvoice, { id: draft.id });
  expect(await soldOf(entryId)).toEqual([['12.50', 'BRIDGE'], ['5.00', 'TOWER'], ['1.00']]);
  await shop.run(updateValue, { id: bridge.valueId, version: 1, archived: true });
  const note = await shop.run(voidInvoice, { id: draft.id });
  expect(note.lines.map(({ dimensions }) => dimensions)).toEqual(draft.lines.map(({ dimensions }) => dimensions));
  expect(await soldOf(note.entryId)).toEqual([['-12.50', 'BRIDGE'], ['-5.00', 'TOWER'], ['-1.00']]);
  expect(await violations()).toEqual({});
});

it('a value that is not there, or not in use, is refused where it is written and where it is posted', async () => {
  const { shop, dimensionId, bridge, tower, of, invoice } = await newProjects();
  const refused = (pointer: string) => ({
    code: 'accounting.unknown_dimension_value',
    details: { errors: [{ pointer: `${pointer}/dimensions/0/valueId` }] },
  });
  const wrong = invoice(of('1'), of('1', { dimensionId, valueId: dimensionId }));
  await expect(shop.run(createInvoice, wrong)).rejects.toMatchObject(refused('/lines/1'));
  const batch = {
    invoices: [
      { ...invoice(of('1', tower)), reference: null },
      { ...wrong, reference: null },
    ],
  };
  await expect(shop.run(issueInvoices, batch)).rejects.toMatchObject(refused('/invoices/1/lines/1'));
  await expect(shop.run(issueInvoice, invoice(of('1', bridge, tower)))).rejects.toMatchObject({
    code: 'accounting.unknown_dimension_value',
  });
  const draft = await shop.run(createInvoice, invoice(of('1', bridge)));
  await shop.run(updateValue, { id: bridge.valueId, version: 1, archived: true });
  await expect(shop.run(postInvoice, { id: draft.id })).rejects.toMatchObject(refused('/lines/0'));
});
