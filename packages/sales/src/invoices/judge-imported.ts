import type { PostingTerms, Rates } from '@atlas/accounting';
import { AtlasError } from '@atlas/kernel';
import { type ImportOutcome, type ImportRecord, refusedBy, type StagedKeys, textOrNull } from '@atlas/platform';
import { pricing } from '@atlas/tax';
import { newInvoice } from '../contract/invoices.ts';
import { documentAmount } from '../domain/imported-amount.ts';
import type { NewInvoice } from './prepare-invoices.ts';

/** What the codes and dates in files stand for. */
export type ImportTerms = {
  readonly posting: PostingTerms;
  /** Of the days of documents in other currencies. */
  readonly rates: Rates;
  readonly customers: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
  /** Set in a dry run: what the same import brings counts as existing. */
  readonly staged: StagedKeys | null;
};

export type Judged =
  | { readonly record: ImportRecord; readonly invoice: NewInvoice; readonly outcome?: undefined }
  | { readonly record: ImportRecord; readonly outcome: ImportOutcome };

export const kindOf = ({ values }: ImportRecord): NewInvoice['kind'] => (values.credit === 'true' ? 'credit_note' : 'invoice');

/** Stands for what the same import brings but has not written yet: a dry run checks, it does not write. */
const stagedId = '00000000-0000-7000-8000-000000000000';

const idOf = (known: ReadonlyMap<string, string>, code: string, kind: string, staged: StagedKeys | null): string | undefined =>
  known.get(code) ?? (staged?.has(kind, code) ? stagedId : undefined);

function lineOf({ values }: ImportRecord['lines'][number], credit: boolean, { products, staged }: ImportTerms): unknown {
  const { product = '', quantity = '' } = values;
  const productId = idOf(products, product, 'catalog.products', staged);
  if (!productId) throw new AtlasError('sales.unknown_product', `There is no product with the code "${product}".`);
  return {
    productId,
    description: textOrNull(values.description) ?? undefined,
    quantity: documentAmount('Quantity', quantity, credit),
    unitPrice: values.unitPrice,
    discount: textOrNull(values.discount) ?? undefined,
  };
}

function linesOf(record: ImportRecord, credit: boolean, terms: ImportTerms): unknown[] {
  return record.lines.map((line) => {
    try {
      return lineOf(line, credit, terms);
    } catch (error) {
      throw error instanceof AtlasError ? new AtlasError(error.code, error.message, { line: line.sequence }) : error;
    }
  });
}

function freightOf(freight: string | null, credit: boolean, posting: PostingTerms): unknown[] {
  if (freight === null || !/[1-9]/.test(freight)) return [];
  const unitPrice = documentAmount('Freight', freight, credit);
  return [{ description: 'Freight', quantity: '1', unitPrice, revenueAccountId: posting.accountFor('freight_income') }];
}

const withoutTaxes = pricing({ settings: null, taxes: [] });

const isWorthNothing = ({ date, lines }: NewInvoice, currency: string): boolean =>
  withoutTaxes({ date, currency, lines: lines.map((line) => ({ ...line, taxIds: [] })) }, '').netMinor === 0n;

/** The currency that a file names; in that of the books there is no rate. */
function moneyOf({ values }: ImportRecord, books: string): unknown {
  const currency = textOrNull(values.currency)?.toUpperCase() ?? books;
  const rate = textOrNull(values.exchangeRate);
  if (currency === books) return {};
  return { currency, ...(rate === null ? {} : { exchangeRate: { quotation: 'foreign_per_base', rate } }) };
}

/** @throws AtlasError the first refusal; `details.line` is the sequence of the line that is to blame */
function invoiceOf(record: ImportRecord, terms: ImportTerms) {
  const { values } = record;
  const kind = kindOf(record);
  const credit = kind === 'credit_note';
  const customerId = idOf(terms.customers, values.customer ?? '', 'parties.customers', terms.staged);
  if (!customerId)
    throw new AtlasError('sales.unknown_customer', `There is no customer with the code "${values.customer ?? ''}".`);
  if (record.lines.length === 0) throw new AtlasError('validation_failed', 'The document has no lines.');
  return newInvoice.safeParse({
    kind,
    customerId,
    date: values.date,
    dueDate: textOrNull(values.dueDate) ?? undefined,
    ...(moneyOf(record, terms.posting.currency) as object),
    reference: values.reference,
    note: textOrNull(values.note),
    shipCountry: textOrNull(values.shipCountry),
    lines: [...linesOf(record, credit, terms), ...freightOf(textOrNull(values.freight), credit, terms.posting)],
  });
}

/** The document that a record and its lines describe, in the shape of `sales.invoice.issue`, or why it cannot be one. */
export function judgeInvoice(record: ImportRecord, terms: ImportTerms): Judged {
  const { sequence } = record;
  try {
    const parsed = invoiceOf(record, terms);
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path ?? [];
      const line = path[0] === 'lines' ? record.lines[Number(path[1])]?.sequence : undefined;
      return { record, outcome: refusedBy(parsed.error, sequence, line) };
    }
    const { date, currency, exchangeRate } = parsed.data;
    terms.posting.periodOf(date);
    if (currency && !exchangeRate) terms.rates.rateOn(currency, date);
    if (isWorthNothing(parsed.data, currency ?? terms.posting.currency))
      throw new AtlasError('sales.nothing_to_post', 'The total of the document is zero: there is nothing to post.');
    return { record, invoice: parsed.data };
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    const { code, message, details } = error;
    const line = typeof details.line === 'number' ? { line: details.line } : {};
    return { record, outcome: { sequence, status: 'refused', code, message, ...line } };
  }
}
