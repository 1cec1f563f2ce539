import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import type * as sales from '@atlas/sales/contract';
import type * as tax from '@atlas/tax/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueInvoice, operationNamed } from './operations.ts';
import { invoiceOf, newShop } from './shop.ts';

const createDimension = operationNamed<typeof accounting.createDimension>('accounting.dimension.create');
const createValue = operationNamed<typeof accounting.createDimensionValue>('accounting.dimension_value.create');
const postJournal = operationNamed<typeof accounting.postJournal>('accounting.journal.post');
const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const readAgeing = operationNamed<typeof payments.readAgeing>('payments.report.ageing');
const readPartyStatement = operationNamed<typeof payments.readPartyStatement>('payments.report.party_statement');
const readReceivablesAgeing = operationNamed<typeof sales.readReceivablesAgeing>('sales.report.receivables_ageing');
const voidInvoice = operationNamed<typeof sales.voidInvoice>('sales.invoice.void');
const readTaxReport = operationNamed<typeof tax.readTaxReport>('tax.report.read');
const listTaxedDocuments = operationNamed<typeof tax.listTaxedDocuments>('tax.report.documents');
const listTaxDifferences = operationNamed<typeof tax.listTaxDifferences>('tax.report.differences');

type Filter = { dimensions?: string[]; without?: string[] };
const days = { from: '2026-03-01', to: '2026-03-31' };

/**
 * Invoices of March with 19 %: 100 for the bridge and 50 for nothing; 200 for a pier of the bridge, paid in part; 400 for the
 * tower in Rome, taken back in April; 800 for nothing at all; 1,600 in two lines, for the tower and for Rome.
 */
async function soldForProjects() {
  const shop = await newShop();
  const [{ id: projects }, { id: places }] = [
    await shop.run(createDimension, { code: 'P', name: 'Project' }),
    await shop.run(createDimension, { code: 'L', name: 'Place' }),
  ];
  const add = async (dimensionId: string, code: string, parentId: string | null = null) =>
    (await shop.run(createValue, { dimensionId, code, name: code, parentId })).id;
  const [bridge, tower, rome] = [await add(projects, 'BRIDGE'), await add(projects, 'TOWER'), await add(places, 'ROME')];
  const pier = await add(projects, 'PIER', bridge);
  const ids = new Map([bridge, tower, pier].map((id) => [id, projects]));
  const line = (unitPrice: string, ...values: string[]) => ({
    productId: shop.productId,
    quantity: '1',
    unitPrice,
    dimensions: values.map((valueId) => ({ dimensionId: ids.get(valueId) ?? places, valueId })),
  });
  const sell = (...lines: object[]) => shop.run(issueInvoice, { ...invoiceOf(shop, '1'), lines });
  await sell(line('100', bridge), line('50'));
  const { entryId } = await sell(line('200', pier));
  const { id } = await sell(line('400', tower, rome));
  await sell(line('800'));
  await sell(line('1000', tower), line('600', rome));
  await shop.run(postPayment, {
    ...{ direction: 'in', partyId: shop.customerId, date: '2026-03-20', accountId: shop.account('1020') },
    ...{ amount: '38', items: [{ entryId, position: 1, amount: '38' }] },
  });
  await shop.run(voidInvoice, { id, date: '2026-04-02' });
  return { shop, projects, places, bridge, tower, pier, rome };
}

describe('reports of documents', () => {
  let given: Awaited<ReturnType<typeof soldForProjects>>;
  beforeAll(async () => {
    given = await soldForProjects();
  });

  /** The nets of the documents that count, as every report of open items and of taxes has them. */
  async function read(filter: Filter) {
    const { shop } = given;
    const of = { partyId: shop.customerId, ...days };
    const [ageing, statement, report, documents, invoices] = await Promise.all([
      shop.run(readAgeing, { asOf: days.to, ...filter }),
      shop.run(readPartyStatement, { ...of, ...filter }),
      shop.run(readTaxReport, { ...days, ...filter }),
      shop.run(listTaxedDocuments, { ...days, taxId: shop.taxCodeId, direction: 'sale', limit: 50, ...filter }),
      shop.run(readReceivablesAgeing, { asOf: days.to, ...filter }),
    ]);
    const nets = documents.items.map(({ base }) => Number(base.amount)).sort((a, b) => a - b);
    const [sum, row] = [nets.reduce((total, net) => total + net, 0), report.rows[0]];
    expect([Number(row?.base.amount ?? 0), row?.documentCount ?? 0]).toEqual([sum, nets.length]);
    const output = report.accounts.find(({ code }) => code === '2200');
    expect([output?.documents.amount, output?.difference.amount]).toEqual([(sum * 0.19).toFixed(2), '0.00']);
    expect(report.owed.amount).toBe(output?.ledger.amount);
    const lines = statement.currencies[0]?.lines ?? [];
    const billed = lines.filter(({ sourceKind }) => sourceKind === 'sales.invoice');
    expect(billed.map(({ amount }) => Number(amount.amount)).sort((a, b) => a - b)).toEqual(
      nets.map((net) => Number((net * 1.19).toFixed(2))),
    );
    const open = lines.reduce((total, { open: left }) => total + Number(left.amount), 0);
    expect(Number(ageing.value.amount)).toBeCloseTo(open, 2);
    expect(ageing.sums.reduce((total, { itemCount }) => total + itemCount, 0)).toBe(nets.length);
    return { nets, open: Number(ageing.value.amount), balance: ageing.balance, today: Number(invoices.total.amount) };
  }

  it('count those with a line of a value or of one below it, and count them whole', async () => {
    const { bridge, pier, tower, rome } = given;
    expect(await read({ dimensions: [bridge] })).toEqual({ nets: [150, 200], open: 378.5, balance: null, today: 378.5 });
    expect(await read({ dimensions: [pier] })).toEqual({ nets: [200], open: 200, balance: null, today: 200 });
    // The tower of Rome was taken back in April: open in March, not open now.
    expect(await read({ dimensions: [tower] })).toMatchObject({ nets: [400, 1600], open: 2380, today: 1904 });
    expect((await read({ dimensions: [bridge, tower] })).nets).toEqual([150, 200, 400, 1600]);
    expect((await read({ dimensions: [tower, rome] })).nets).toEqual([400, 1600]);
    expect((await read({ dimensions: [bridge, rome] })).nets).toEqual([]);
  });

  it('count those of which no line names a value, beside those with one where both are asked for', async () => {
    const { projects, places, bridge, tower } = given;
    expect((await read({ without: [projects] })).nets).toEqual([800]);
    expect((await read({ without: [places] })).nets).toEqual([150, 200, 800]);
    expect((await read({ dimensions: [bridge], without: [projects] })).nets).toEqual([150, 200, 800]);
    expect((await read({ dimensions: [tower], without: [places] })).nets).toEqual([]);
  });

  it('of everything tie to the control account, and those of all parts are the whole', async () => {
    const { shop, projects, bridge, tower } = given;
    const whole = await read({});
    expect(whole).toMatchObject({ nets: [150, 200, 400, 800, 1600], open: 3710.5, balance: { amount: '3710.50' } });
    const parts = await Promise.all([{ dimensions: [bridge, tower] }, { without: [projects] }].map(read));
    expect(parts.flatMap(({ nets }) => nets).sort((a, b) => a - b)).toEqual(whole.nets);
    // What was paid is no item of its own here: it settled another.
    expect(parts.reduce((sum, { open }) => sum + open, 0)).toBe(whole.open);
    await expect(shop.run(readAgeing, { asOf: days.to, dimensions: [projects] })).rejects.toMatchObject({ code: 'not_found' });
    await expect(shop.run(readTaxReport, { ...days, without: [bridge] })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('say what entries with a value posted beside documents', async () => {
    const { shop, places, rome, projects } = given;
    const lines = [
      { accountId: shop.account('2200'), credit: '7.00' },
      { accountId: shop.account('6020'), debit: '7.00', dimensions: [{ dimensionId: places, valueId: rome }] },
    ];
    await shop.run(postJournal, { date: '2026-05-04', description: 'Corrected by hand', lines });
    const may = { from: '2026-05-01', to: '2026-05-31' };
    const ledgerOf = async (filter: Filter) => {
      const { accounts, rows } = await shop.run(readTaxReport, { ...may, ...filter });
      const asked = { ...may, accountId: shop.account('2200'), ...filter };
      const differences = await shop.run(listTaxDifferences, asked);
      expect(rows).toEqual([]);
      return [accounts.find(({ code }) => code === '2200')?.difference.amount, differences.items.length];
    };
    expect(await ledgerOf({ dimensions: [rome] })).toEqual(['7.00', 1]);
    expect(await ledgerOf({ without: [projects] })).toEqual(['7.00', 1]);
    expect(await ledgerOf({ without: [places] })).toEqual(['0.00', 0]);
  });
});
