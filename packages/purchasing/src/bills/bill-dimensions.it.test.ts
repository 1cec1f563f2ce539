import type * as accounting from '@atlas/accounting/contract';
import { billLine, billOf, newBuyer, operationNamed, violations } from '@atlas/testing';
import { expect, it } from 'vitest';
import { createBill } from './create-bill.ts';
import { getBill } from './get-bill.ts';
import { issueBill } from './issue-bill.ts';
import { postBill } from './post-bill.ts';
import { voidBill } from './void-bill.ts';

const createDimension = operationNamed<typeof accounting.createDimension>('accounting.dimension.create');
const createValue = operationNamed<typeof accounting.createDimensionValue>('accounting.dimension_value.create');
const updateValue = operationNamed<typeof accounting.updateDimensionValue>('accounting.dimension_value.update');
const saveRules = operationNamed<typeof accounting.saveDimensionRules>('accounting.dimension_rule.save');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');

/** A buyer with two cost centres. */
async function newCentres() {
  const shop = await newBuyer();
  const { id: dimensionId } = await shop.run(createDimension, { code: 'CC', name: 'Cost centre' });
  const [office, plant] = await Promise.all(
    ['OFFICE', 'PLANT'].map(async (code) => ({
      dimensionId,
      valueId: (await shop.run(createValue, { dimensionId, code, name: code })).id,
    })),
  );
  if (!office || !plant) throw new Error('there are two');
  const of = (amount: string, ...dimensions: object[]) => billLine(shop, '1', amount, { dimensions });
  const linesOf = async (entryId: string | null) =>
    (await shop.run(getJournal, { id: entryId ?? '' })).lines
      .filter(({ accountCode }) => accountCode !== '2100')
      .map(({ debit, credit, dimensions }) => [debit?.amount ?? `-${credit?.amount}`, ...dimensions.map(({ code }) => code)]);
  return { shop, dimensionId, office, plant, of, linesOf };
}

it('lines of a bill are posted for what they name, each account once for each of it', async () => {
  const { shop, office, plant, of, linesOf } = await newCentres();
  const lines = [of('10.00', office), of('5.00', plant), of('1.00'), of('2.50', office)];
  const draft = await shop.run(createBill, billOf(shop, '1', { lines }));
  expect(draft.lines.map(({ dimensions }) => dimensions)).toEqual([[office], [plant], [], [office]]);
  const posted = await shop.run(postBill, { id: draft.id });
  expect(await linesOf(posted.entryId)).toEqual([['12.50', 'OFFICE'], ['5.00', 'PLANT'], ['1.00']]);
  expect(await violations()).toEqual({});
});

it('what voids a bill is for what the bill was for, in use or not', async () => {
  const { shop, office, of, linesOf } = await newCentres();
  const { id } = await shop.run(issueBill, billOf(shop, '1', { lines: [of('10.00', office), of('1.00')] }));
  await shop.run(updateValue, { id: office.valueId, version: 1, archived: true });
  const note = await shop.run(voidBill, { id });
  expect(note.lines.map(({ dimensions }) => dimensions)).toEqual([[office], []]);
  expect(await linesOf(note.entryId)).toEqual([['-10.00', 'OFFICE'], ['-1.00']]);
  expect((await shop.run(getBill, { id })).status).toBe('voided');
});

it('a value that is not there, or not in use, is refused where it is written and where it is posted', async () => {
  const { shop, dimensionId, office, plant, of } = await newCentres();
  const unknown = {
    code: 'accounting.unknown_dimension_value',
    details: { errors: [{ pointer: '/lines/1/dimensions/0/valueId' }] },
  };
  const wrong = billOf(shop, '1', { lines: [of('1.00'), of('1.00', { dimensionId, valueId: dimensionId })] });
  await expect(shop.run(createBill, wrong)).rejects.toMatchObject(unknown);
  const twice = billOf(shop, '1', { lines: [of('1.00', office, plant)] });
  await expect(shop.run(issueBill, twice)).rejects.toMatchObject({ code: unknown.code });
  const draft = await shop.run(createBill, billOf(shop, '1', { lines: [of('1.00'), of('1.00', office)] }));
  await shop.run(updateValue, { id: office.valueId, version: 1, archived: true });
  await expect(shop.run(postBill, { id: draft.id })).rejects.toMatchObject(unknown);
});

it('what a line names goes before the default of its account', async () => {
  const { shop, dimensionId, office, plant, of, linesOf } = await newCentres();
  const { accountId } = billLine(shop, '1', '1') as { accountId: string };
  await shop.run(saveRules, { accountId, rules: [{ dimensionId, rule: 'mandatory', defaultValueId: plant.valueId }] });
  const { entryId } = await shop.run(issueBill, billOf(shop, '1', { lines: [of('10.00', office), of('1.00')] }));
  expect(await linesOf(entryId)).toEqual([
    ['10.00', 'OFFICE'],
    ['1.00', 'PLANT'],
  ]);
});
