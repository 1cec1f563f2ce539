import type { PostingTerms, Rates } from '@atlas/accounting';
import { AtlasError, businessDate, moneyOf } from '@atlas/kernel';
import { type ImportOutcome, type ImportRecord, refusedBy, type StagedKeys, textOrNull } from '@atlas/platform';
import type { TaxTerms } from '@atlas/tax';
import { newBill } from '../contract/bills.ts';
import { checkTotal } from '../domain/bill-total.ts';
import { lineAsSaid, totalAsSaid } from '../domain/imported-amount.ts';
import type { ImportTermsRow } from './import-terms.repository.ts';
import type { NewBill } from './prepared-bill.ts';
import { priceBill } from './price-bill.ts';

/** What the codes and dates in files stand for. */
export type ImportTerms = ImportTermsRow & {
  readonly posting: PostingTerms;
  /** Of the days of documents in other currencies. */
  readonly rates: Rates;
  /** The taxes that the codes name. */
  readonly tax: TaxTerms;
  readonly suppliers: ReadonlyMap<string, string>;
  /** Set in a dry run: what the same import brings counts as existing. */
  readonly staged: StagedKeys | null;
};

export type Judged =
  | { readonly record: ImportRecord; readonly bill: NewBill; readonly outcome?: undefined }
  | { readonly record: ImportRecord; readonly outcome: ImportOutcome };

export const kindOf = ({ values }: ImportRecord): NewBill['kind'] => (values.credit === 'true' ? 'credit_note' : 'bill');

/** Stands for what the same import brings but has not written yet: a dry run checks, it does not write. */
const stagedId = '00000000-0000-7000-8000-000000000000';

/** The supplier with a code, or undefined. */
export const supplierIdOf = ({ values }: ImportRecord, { suppliers, staged }: ImportTerms): string | undefined => {
  const code = values.supplier ?? '';
  return suppliers.get(code) ?? (staged?.has('parties.suppliers', code) ? stagedId : undefined);
};

function lineOf({ values }: ImportRecord['lines'][number], credit: boolean, { accounts, taxes, staged }: ImportTerms): unknown {
  const { account = '', tax = '', unitPrice = '' } = values;
  const accountId = accounts[account] ?? (staged?.has('accounting.accounts', account) ? stagedId : undefined);
  if (!accountId) throw new AtlasError('accounting.unknown_account', `There is no account with the code "${account}".`);
  if (tax !== '' && !taxes[tax]) throw new AtlasError('tax.unknown_tax', `There is no tax with the code "${tax}".`);
  return {
    accountId,
    description: textOrNull(values.description) ?? 'Imported',
    ...lineAsSaid(textOrNull(values.quantity) ?? '1', unitPrice, credit),
    discount: textOrNull(values.discount) ?? undefined,
    taxIds: tax === '' ? [] : [taxes[tax]],
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

/** The currency that a file names; in that of the books there is no rate. */
function currencyOf({ values }: ImportRecord, books: string) {
  const currency = textOrNull(values.currency)?.toUpperCase() ?? books;
  const rate = textOrNull(values.exchangeRate);
  if (currency === books) return {};
  return { currency, ...(rate === null ? {} : { exchangeRate: { quotation: 'foreign_per_base', rate } }) };
}

/** @throws AtlasError the first refusal; `details.line` is the sequence of the line that is to blame */
function billOf(record: ImportRecord, terms: ImportTerms) {
  const { values } = record;
  const kind = kindOf(record);
  const credit = kind === 'credit_note';
  const supplierId = supplierIdOf(record, terms);
  if (!supplierId)
    throw new AtlasError('purchasing.unknown_supplier', `There is no supplier with the code "${values.supplier ?? ''}".`);
  if (record.lines.length === 0) throw new AtlasError('validation_failed', 'The document has no lines.');
  const total = textOrNull(values.total);
  return newBill.safeParse({
    kind,
    supplierId,
    supplierNumber: values.supplierNumber,
    date: values.date,
    postingDate: textOrNull(values.postingDate) ?? undefined,
    dueDate: textOrNull(values.dueDate) ?? undefined,
    ...currencyOf(record, terms.posting.currency),
    total: total === null ? null : totalAsSaid(total, credit),
    note: textOrNull(values.note),
    lines: linesOf(record, credit, terms),
  });
}

/** What would be refused when it is posted. */
function checkPosting(bill: NewBill, { posting, rates, tax }: ImportTerms): void {
  const { date, postingDate = date, total, currency = posting.currency } = bill;
  posting.periodOf(businessDate(postingDate), 'purchases');
  if (bill.currency && !bill.exchangeRate) rates.rateOn(currency, businessDate(date));
  const { grossMinor } = priceBill({ ...bill, currency, date: businessDate(date) }, '', tax, posting);
  checkTotal(grossMinor, total === null ? null : moneyOf(total, currency).minor);
}

/** The document that a record and its lines describe, in the shape of `purchasing.bill.issue`, or why it cannot be one. */
export function judgeBill(record: ImportRecord, terms: ImportTerms): Judged {
  const { sequence } = record;
  try {
    const parsed = billOf(record, terms);
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path ?? [];
      const line = path[0] === 'lines' ? record.lines[Number(path[1])]?.sequence : undefined;
      return { record, outcome: refusedBy(parsed.error, sequence, line) };
    }
    checkPosting(parsed.data, terms);
    return { record, bill: parsed.data };
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    const { code, message, details } = error;
    const line = typeof details.line === 'number' ? { line: details.line } : {};
    return { record, outcome: { sequence, status: 'refused', code, message, ...line } };
  }
}
