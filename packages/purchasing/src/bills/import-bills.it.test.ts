import { billLine, billOf, importFiles, newBuyer, owedToSuppliers, type Shop, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { issueBill } from './issue-bill.ts';
import { listBills } from './list-bills.ts';

const suppliers = 'code,name\nMILL,The Mill\nGRID,The Grid\n';
const bills = `supplier,suppliers number,date,due date,total,account,description,quantity,unit price,tax
MILL,100,2026-02-01,2026-03-01,238,6040,Flour,2,100,S19
GRID,100,2026-02-03,,50.00,6030,Power,,50,
MILL,101,2026-02-05,,120,6040,Salt,1,100,S19
MILL,102,2026-02-05,,,6999,Salt,1,100,
MILL,103,2026-02-06,,107.10,6040,Flour,1,100,S19
MILL,103,2026-02-06,,107.10,6040,Returned sacks,-1,10,S19
`;
const credits = `supplier,suppliers number,date,total,account,unit price,tax,credit note
MILL,C1,2026-02-20,-119,6040,-100,S19,yes
`;
const rows = async (shop: Shop) => {
  const { items } = await shop.run(listBills, { sort: 'number', limit: 50 });
  return items.map(({ kind, supplierName, supplierNumber, gross, dueDate }) => [
    kind,
    supplierName,
    supplierNumber,
    gross.amount,
    dueDate,
  ]);
};

describe('bills of a former system', () => {
  it('are posted with their lines, refused where they do not add up, and known again by supplier and number', async () => {
    const shop = await newBuyer();
    await importFiles(shop, { 'suppliers.csv': suppliers });
    const first = await importFiles(shop, { 'bills with their lines.csv': bills });
    expect(first.counts.find(({ kind }) => kind === 'purchasing.bills')).toMatchObject({ created: 3, refused: 2 });
    expect(await rows(shop)).toEqual([
      ['bill', 'The Mill', '100', '238.00', '2026-03-01'],
      ['bill', 'The Grid', '100', '50.00', '2026-03-05'],
      ['bill', 'The Mill', '103', '107.10', '2026-03-08'],
    ]);
    const again = await importFiles(shop, { 'bills with their lines.csv': bills });
    expect(again.counts.find(({ kind }) => kind === 'purchasing.bills')).toMatchObject({ created: 0, unchanged: 3, refused: 2 });
    await importFiles(shop, { 'credits.csv': credits });
    expect((await rows(shop)).find(([kind]) => kind === 'credit_note')).toEqual([
      'credit_note',
      'The Mill',
      'C1',
      '119.00',
      '2026-02-20',
    ]);
    expect(await owedToSuppliers(shop)).toBe('276.10');
    expect(await violations()).toEqual({});
  });

  it('do not stand on accounts that documents keep', async () => {
    const shop = await newBuyer();
    const lines = [billLine(shop, '1', '1', { accountId: shop.account('2100') })];
    await expect(shop.run(issueBill, billOf(shop, '1', { lines }))).rejects.toMatchObject({
      code: 'accounting.control_account',
      details: { errors: [{ pointer: '/lines/0/accountId' }] },
    });
  });
});
