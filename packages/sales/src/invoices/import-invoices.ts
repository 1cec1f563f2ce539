import { postingTerms } from '@atlas/accounting';
import { productsByCode } from '@atlas/catalog';
import { AtlasError, type BusinessDate } from '@atlas/kernel';
import { partiesByCode } from '@atlas/parties';
import {
  type Importable,
  type ImportOutcome,
  type ImportRecord,
  refusedBy,
  type StagedKeys,
  type TenantTx,
  textOrNull,
} from '@atlas/platform';
import { invoiceLinesKind, invoicesKind } from '../contract/imports.ts';
import { newInvoice } from '../contract/invoices.ts';
import { invoicesByReference } from './invoices.repository.ts';
import { issuePrepared } from './issue-prepared.ts';
import { type NewInvoice, prepareInvoices } from './prepare-invoices.ts';

const refused = (record: ImportRecord, code: string, message: string, line?: number): ImportOutcome => ({
  sequence: record.sequence,
  status: 'refused',
  code,
  message,
  ...(line === undefined ? {} : { line }),
});

type Codes = {
  readonly customers: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
  readonly staged: StagedKeys | null;
};
type Judged =
  | { readonly record: ImportRecord; readonly invoice: NewInvoice; readonly outcome?: undefined }
  | { readonly record: ImportRecord; readonly outcome: ImportOutcome };

/** Stands for what the same import brings but has not written yet: a dry run checks, it does not write. */
const stagedId = '00000000-0000-7000-8000-000000000000';

const idOf = (known: ReadonlyMap<string, string>, code: string, kind: string, staged: StagedKeys | null): string | undefined =>
  known.get(code) ?? (staged?.has(kind, code) ? stagedId : undefined);

function freightLine(freight: string | null, freightAccountId: string): unknown[] {
  if (freight === null || /^0*(\.0*)?$/.test(freight)) return [];
  return [
    {
      description: 'Freight',
      quantity: '1',
      unitPrice: freight,
      ...(freightAccountId === undefined ? {} : { revenueAccountId: freightAccountId }),
    },
  ];
}

/** The invoice that a record and its lines describe, in the shape of `sales.invoice.issue`, or why it cannot be one. */
function judge(record: ImportRecord, codes: Codes, freightAccountId: string): Judged {
  const { values } = record;
  const customerId = idOf(codes.customers, values.customer ?? '', 'parties.customers', codes.staged);
  if (!customerId)
    return {
      record,
      outcome: refused(record, 'sales.unknown_customer', `There is no customer with the code "${values.customer ?? ''}".`),
    };
  if (record.lines.length === 0) return { record, outcome: refused(record, 'validation_failed', 'The document has no lines.') };
  const lines: unknown[] = [];
  for (const line of record.lines) {
    const productId = idOf(codes.products, line.values.product ?? '', 'catalog.products', codes.staged);
    if (!productId)
      return {
        record,
        outcome: refused(
          record,
          'sales.unknown_product',
          `There is no product with the code "${line.values.product ?? ''}".`,
          line.sequence,
        ),
      };
    lines.push({
      productId,
      description: textOrNull(line.values.description) ?? undefined,
      quantity: line.values.quantity,
      unitPrice: line.values.unitPrice,
      discount: textOrNull(line.values.discount) ?? undefined,
    });
  }
  lines.push(...freightLine(textOrNull(values.freight), freightAccountId));
  const parsed = newInvoice.safeParse({
    customerId,
    date: values.date,
    dueDate: textOrNull(values.dueDate) ?? undefined,
    reference: values.reference,
    note: textOrNull(values.note),
    shipCountry: textOrNull(values.shipCountry),
    lines,
  });
  if (parsed.success) return { record, invoice: parsed.data };
  const path = parsed.error.issues[0]?.path ?? [];
  const line = path[0] === 'lines' ? record.lines[Number(path[1])]?.sequence : undefined;
  return { record, outcome: refusedBy(parsed.error, record.sequence, line) };
}

async function judgeAll(tx: TenantTx, records: readonly ImportRecord[], staged: StagedKeys | null): Promise<Judged[]> {
  const given = (values: readonly (string | undefined)[]): string[] => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  const dates = given(records.map(({ values }) => values.date)).filter((date) => newInvoice.shape.date.safeParse(date).success);
  const [posting, customers, products, existing] = await Promise.all([
    postingTerms(tx, dates),
    partiesByCode(tx, given(records.map(({ values }) => values.customer))),
    productsByCode(tx, given(records.flatMap(({ lines }) => lines.map(({ values }) => values.product)))),
    invoicesByReference(tx, given(records.map(({ values }) => values.reference))),
  ]);
  const freightAccountId = posting.accountFor('freight_income');
  return records.map((record): Judged => {
    const targetId = existing.get(record.values.reference ?? '');
    if (targetId) return { record, outcome: { sequence: record.sequence, status: 'unchanged', targetId } };
    const judged = judge(record, { customers, products, staged }, freightAccountId);
    if (judged.outcome) return judged;
    const problem = periodProblem(judged.invoice.date, posting);
    return problem ? { record, outcome: refused(record, problem.code, problem.message) } : judged;
  });
}

function periodProblem(date: BusinessDate, posting: Awaited<ReturnType<typeof postingTerms>>): AtlasError | null {
  try {
    posting.periodOf(date);
    return null;
  } catch (error) {
    if (error instanceof AtlasError) return error;
    throw error;
  }
}

/** Documents of former systems become posted invoices, dated as they were, known again by their reference. */
export const importInvoices: Importable = {
  kind: invoicesKind,
  lines: invoiceLinesKind,
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
