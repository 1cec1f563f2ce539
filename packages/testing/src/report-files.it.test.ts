import type * as accounting from '@atlas/accounting/contract';
import type * as assets from '@atlas/assets/contract';
import type { Route } from '@atlas/contract';
import type * as payments from '@atlas/payments/contract';
import type * as sales from '@atlas/sales/contract';
import type * as tax from '@atlas/tax/contract';
import { describe, expect, it } from 'vitest';
import { inUse } from './laws/scenarios/assets.ts';
import { exceeded } from './laws/scenarios/budgets.ts';
import { revalued } from './laws/scenarios/currencies.ts';
import { costCentre } from './laws/scenarios/dimensions.ts';
import { issueInvoice, operationNamed } from './operations.ts';
import { invoiceOf, newShop, type Shop } from './shop.ts';
import { allowing, newWorld } from './world.ts';
import { csvCells, workbookNumbers, workbookText, writtenReport } from './written-report.ts';

const exportReport = operationNamed<typeof accounting.exportReport>('accounting.report.export');
const getReportFile = operationNamed<typeof accounting.getReportFile>('accounting.report_file.get');
const postJournal = operationNamed<typeof accounting.postJournal>('accounting.journal.post');
const readReportFile = operationNamed<typeof accounting.readReportFile>('accounting.report_file.read');

type Written = {
  readonly report: string;
  readonly permission: string;
  /** A workspace with something to tell, and what is asked of it. */
  given(): Promise<{ readonly shop: Shop; readonly terms: object }>;
  /** What the report says on a screen: its figures row by row, as its file has them from a column on. */
  told(shop: Shop, terms: object): Promise<(string | null)[][]>;
  readonly figuresFrom: number;
  /** What stands above it in German. */
  readonly german: string;
  /** What it cannot be asked for without. */
  readonly needs: string;
};

const read = <R extends Route>(shop: Shop, name: R['name'], input: object) => shop.run(operationNamed<R>(name), input);

/** Two invoices of March, one of them overdue by its end. */
async function sold(): Promise<Shop> {
  const shop = await newShop();
  await shop.run(issueInvoice, invoiceOf(shop, '2'));
  await shop.run(issueInvoice, { ...invoiceOf(shop, '3'), dueDate: '2026-03-15' });
  return shop;
}

/** Seven to the output tax that no document says. */
const corrected = (shop: Shop) =>
  shop.run(postJournal, {
    ...{ date: '2026-03-20', description: 'Corrected by hand' },
    lines: [
      { accountId: shop.account('2200'), credit: '7.00' },
      { accountId: shop.account('1020'), debit: '7.00' },
    ],
  });

const files: readonly Written[] = [
  {
    report: 'ageing',
    permission: 'payments.report.ageing',
    given: async () => ({ shop: await sold(), terms: { ledger: 'receivable', asOf: '2026-03-31' } }),
    told: async (shop, terms) => {
      const said = await read<typeof payments.readAgeing>(shop, 'payments.report.ageing', terms);
      const { rows, sums, value, balance } = said;
      return [
        ...rows.map((row) => [...row.buckets, row.total, row.value].map(({ amount }) => amount)),
        [...sums.map((sum) => sum.value.amount), null, value.amount],
        ...(balance ? [[...sums.map(() => null), null, balance.amount]] : []),
      ];
    },
    figuresFrom: 3,
    german: 'Offene Posten nach Alter: Kunden',
    needs: 'asOf',
  },
  {
    report: 'party_statement',
    permission: 'payments.report.party_statement',
    given: async () => {
      const shop = await sold();
      return { shop, terms: { partyId: shop.customerId, from: '2026-03-01', to: '2026-03-31' } };
    },
    told: async (shop, terms) => {
      const name = 'payments.report.party_statement';
      const { currencies } = await read<typeof payments.readPartyStatement>(shop, name, terms);
      return currencies.flatMap(({ opening, lines, closing, overdue }) => [
        [null, null, opening.amount],
        ...lines.map(({ amount, open, balance }) => [amount.amount, open.amount, balance.amount]),
        [null, null, closing.amount],
        [null, overdue.amount, null],
      ]);
    },
    figuresFrom: 4,
    german: 'Kontoauszug: Customer One',
    needs: 'partyId',
  },
  {
    report: 'taxes',
    permission: 'tax.report.read',
    given: async () => ({ shop: await sold(), terms: { from: '2026-03-01', to: '2026-03-31' } }),
    told: async (shop, terms) => {
      const { rows, accounts, owed } = await read<typeof tax.readTaxReport>(shop, 'tax.report.read', terms);
      return [
        ...rows.map(({ base, amount }) => [base.amount, amount.amount, null, null]),
        [null, null, null, null],
        ...accounts.map(({ documents, ledger, difference }) => [null, documents.amount, ledger.amount, difference.amount]),
        [null, null, owed.amount, null],
      ];
    },
    figuresFrom: 4,
    german: 'Steuerbericht',
    needs: 'from',
  },
  {
    report: 'tax_documents',
    permission: 'tax.report.documents',
    given: async () => {
      const shop = await sold();
      return { shop, terms: { from: '2026-03-01', to: '2026-03-31', taxId: shop.taxCodeId, direction: 'sale' } };
    },
    told: async (shop, terms) => {
      const { items } = await read<typeof tax.listTaxedDocuments>(shop, 'tax.report.documents', terms);
      const { rows } = await read<typeof tax.readTaxReport>(shop, 'tax.report.read', { from: '2026-03-01', to: '2026-03-31' });
      return [...items, ...rows].map(({ base, amount }) => [base.amount, amount.amount]);
    },
    figuresFrom: 3,
    german: 'Belege einer Steuer',
    needs: 'taxId',
  },
  {
    report: 'tax_differences',
    permission: 'tax.report.differences',
    given: async () => {
      const shop = await sold();
      await corrected(shop);
      return { shop, terms: { from: '2026-03-01', to: '2026-03-31', accountId: shop.account('2200') } };
    },
    told: async (shop, terms) => {
      const { items } = await read<typeof tax.listTaxDifferences>(shop, 'tax.report.differences', terms);
      const figures = items.map((item) => [item.documents, item.ledger, item.difference].map(({ amount }) => amount));
      return [...figures, ['0.00', '7.00', '7.00']];
    },
    figuresFrom: 3,
    german: 'Unterschiede auf einem Steuerkonto',
    needs: 'accountId',
  },
  {
    report: 'revenue_breakdown',
    permission: 'sales.report.revenue_breakdown',
    given: async () => ({ shop: await sold(), terms: { breakdownBy: 'product', from: '2026-03-01', to: '2026-03-31' } }),
    told: async (shop, terms) => {
      const { breakdownBy: by, ...days } = terms as { breakdownBy: string };
      const said = await read<typeof sales.readRevenueBreakdown>(shop, 'sales.report.revenue_breakdown', { by, ...days });
      return [...said.rows.map(({ net }) => net), said.total].map(({ amount }) => [amount]);
    },
    figuresFrom: 3,
    german: 'Umsatz nach Produkten',
    needs: 'breakdownBy',
  },
  {
    report: 'asset_register',
    permission: 'assets.report.register',
    given: async () => {
      const shop = await newShop();
      await inUse(shop);
      return { shop, terms: { asOf: '2026-03-31' } };
    },
    told: async (shop, terms) => {
      const said = await read<typeof assets.readAssetRegister>(shop, 'assets.report.register', terms);
      type Figures = typeof said.total;
      const figures = ({ cost, accumulated, net }: Figures) => [cost, accumulated, net].map(({ amount }) => amount);
      return [
        ...said.rows.map(figures),
        figures(said.total),
        [null, null, null],
        ...said.accounts.map(({ balance }) => [null, null, balance.amount]),
      ];
    },
    figuresFrom: 4,
    german: 'Anlagenverzeichnis',
    needs: 'asOf',
  },
  {
    report: 'revaluation',
    permission: 'accounting.revaluation.get',
    given: async () => {
      const shop = await newShop();
      return { shop, terms: { revaluationId: (await revalued(shop)).id } };
    },
    told: async (shop, terms) => {
      const { revaluationId: id } = terms as { revaluationId: string };
      const said = await read<typeof accounting.getRevaluation>(shop, 'accounting.revaluation.get', { id });
      return [
        ...said.rows.map(({ foreign, before, after, difference }) =>
          [foreign, before, after, difference].map(({ amount }) => amount),
        ),
        [null, null, null, said.difference.amount],
      ];
    },
    figuresFrom: 5,
    german: 'Neubewertung',
    needs: 'revaluationId',
  },
  {
    report: 'budget',
    permission: 'accounting.report.budget',
    given: async () => {
      const shop = await newShop();
      return { shop, terms: { budgetId: (await exceeded(shop)).id, from: '2026-02-01', to: '2026-06-30' } };
    },
    told: async (shop, terms) => {
      const { budgetId: id, ...rest } = terms as { budgetId: string };
      const said = await read<typeof accounting.readBudgetReport>(shop, 'accounting.report.budget', { id, ...rest });
      type Figures = typeof said.result;
      const figures = ({ planned, actual, variance }: Figures) => [planned, actual, variance].map(({ amount }) => amount);
      return [
        ...said.rows.map((row) => [...figures(row), row.percent]),
        [...figures(said.result), null],
        [null, null, null, null],
        ...said.totals.map((total) => [...figures(total), null]),
      ];
    },
    figuresFrom: 3,
    german: 'Budget und Ist: ',
    needs: 'budgetId',
  },
];

describe.each(files)('the file of $report', ({ report, permission, given, told, figuresFrom, german, needs }) => {
  const asked = async () => {
    const { shop, terms } = await given();
    return { shop, terms, input: { report, ...terms } };
  };

  it('says what the report says, as CSV, workbook and PDF', async () => {
    const { shop, terms, input } = await asked();
    const figures = await told(shop, terms);
    expect(figures.flat().some((amount) => /[1-9]/.test(amount ?? ''))).toBe(true);
    const rows = csvCells(await writtenReport(shop, { ...input, format: 'csv' }));
    expect(rows.slice(1).map((cells) => cells.slice(figuresFrom))).toEqual(
      figures.map((cells) => cells.map((cell) => cell ?? '')),
    );
    const book = await writtenReport(shop, { ...input, format: 'xlsx', language: 'de' });
    expect(workbookNumbers(book)).toEqual(figures.flat().flatMap((cell) => (cell === null ? [] : [Number(cell)])));
    expect(workbookText(book)).toContain(german);
    const pdf = await writtenReport(shop, { ...input, format: 'pdf' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is of nobody who may not read the report, nor of another workspace', async () => {
    const { shop, input } = await asked();
    const { id } = await shop.run(exportReport, { ...input, format: 'csv' });
    const files = ['accounting.report.export', 'accounting.report_file.get', 'accounting.report_file.read'];
    const refused = { code: 'forbidden', details: { permission } };
    await expect(exportReport(shop.ctx({ actor: allowing(...files) }), { ...input, format: 'csv' })).rejects.toMatchObject(
      refused,
    );
    const other = await newWorld();
    for (const operation of [getReportFile, readReportFile]) {
      await expect(operation(shop.ctx({ actor: allowing(...files) }), { id })).rejects.toMatchObject(refused);
      await expect(operation(other.ctx(), { id })).rejects.toMatchObject({ code: 'not_found' });
    }
    const allowed = shop.ctx({ actor: allowing(...files, permission) });
    expect(await getReportFile(allowed, { id })).toMatchObject({ report, status: 'queued' });
  });

  it('is refused at once, to the field, where its terms are not whole', async () => {
    const { shop, input } = await asked();
    const { [needs]: _left, ...rest } = input as Record<string, unknown>;
    await expect(shop.run(exportReport, { ...rest, format: 'csv' })).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: [{ pointer: `/${needs}` }] },
    });
  });
});

it('a file of the documents of some values says whose they are, and counts no others', async () => {
  const shop = await sold();
  const { valueId, dimensionId } = await costCentre(shop);
  const terms = { report: 'ageing', asOf: '2026-03-31', format: 'csv' };
  const rows = csvCells(await writtenReport(shop, { ...terms, dimensions: [valueId] }));
  expect(rows.slice(1)).toEqual([['', 'In the books', 'EUR', '0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00']]);
  const book = await writtenReport(shop, { ...terms, format: 'xlsx', without: [dimensionId] });
  expect(workbookText(book)).toContain('Without Cost centre');
  await expect(shop.run(exportReport, { ...terms, dimensions: [dimensionId] })).rejects.toMatchObject({ code: 'not_found' });
});
