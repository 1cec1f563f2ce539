import { postingTerms, ratesOn } from '@atlas/accounting';
import { productsByCode } from '@atlas/catalog';
import { businessDate } from '@atlas/kernel';
import { partiesByCode } from '@atlas/parties';
import type { Importable, ImportOutcome, ImportRecord, StagedKeys, TenantTx } from '@atlas/platform';
import { invoiceLinesKind, invoicesKind, invoiceTableKind } from '../contract/imports.ts';
import { newInvoice } from '../contract/invoices.ts';
import { mentionsOfInvoiceRow } from '../domain/invoice-table.ts';
import { documentsByReference, referenceKey } from './invoices.repository.ts';
import { issuePrepared } from './issue-prepared.ts';
import { type Judged, judgeInvoice, kindOf } from './judge-imported.ts';
import { prepareInvoices } from './prepare-invoices.ts';

const given = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined))];

async function judgeAll(tx: TenantTx, records: readonly ImportRecord[], staged: StagedKeys | null): Promise<Judged[]> {
  const dates = given(records.map(({ values }) => values.date)).filter((date) => newInvoice.shape.date.safeParse(date).success);
  const currencies = records.flatMap(({ values: { currency = '', date = '' } }) =>
    currency !== '' && dates.includes(date) ? [{ currency: currency.toUpperCase(), on: businessDate(date) }] : [],
  );
  const [posting, customers, products, existing, rates] = await Promise.all([
    postingTerms(tx, dates),
    partiesByCode(tx, given(records.map(({ values }) => values.customer))),
    productsByCode(tx, given(records.flatMap(({ lines }) => lines.map(({ values }) => values.product)))),
    documentsByReference(tx, given(records.map(({ values }) => values.reference))),
    ratesOn(tx, currencies),
  ]);
  return records.map((record): Judged => {
    const targetId = existing.get(referenceKey(kindOf(record), record.values.reference));
    if (targetId) return { record, outcome: { sequence: record.sequence, status: 'unchanged', targetId } };
    return judgeInvoice(record, { posting, rates, customers, products, staged });
  });
}

/** Documents of former systems become posted invoices and credit notes, dated as they were, known again by their reference. */
export const importInvoices: Importable = {
  kind: invoicesKind,
  lines: invoiceLinesKind,
  table: { kind: invoiceTableKind, mentions: mentionsOfInvoiceRow },
  does: ['sales.invoice.issue'],
  after: ['parties.customers', 'catalog.products'],
  check: async (tx, records, staged) =>
    (await judgeAll(tx, records, staged)).map(({ record, outcome }) => outcome ?? { sequence: record.sequence, status: 'ready' }),
  apply: async (tx, records) => {
    const judged = await judgeAll(tx, records, null);
    const fresh = judged.flatMap((each) => (each.outcome ? [] : [each.invoice]));
    const issued = fresh.length > 0 ? await issuePrepared(tx, await prepareInvoices(tx, fresh, () => '')) : [];
    const byReference = new Map(issued.map((invoice) => [invoice.reference, invoice.id]));
    return judged.map(({ record, outcome }): ImportOutcome => {
      if (outcome) return outcome;
      const targetId = byReference.get(record.values.reference ?? '');
      return { sequence: record.sequence, status: 'created', ...(targetId ? { targetId } : {}) };
    });
  },
};
