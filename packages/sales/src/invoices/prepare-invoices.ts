import { checkAccounts, entryAccounts, type NewEntry, type PostingTerms, postingTerms } from '@atlas/accounting';
import { AtlasError, addDays, type BusinessDate, invalidField, uuidv7 } from '@atlas/kernel';
import { ownerOfNew, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { newInvoice } from '../contract/invoices.ts';
import { type CreditedInvoice, creditAgainst } from '../domain/credit.ts';
import { invoiceEntryLines } from '../domain/invoice-entry.ts';
import { type PricedLine, priceLine, type Totals, totalsOf } from '../domain/price-invoice.ts';
import { loadTerms, lockCreditedInvoices, type TermsRow } from './terms.repository.ts';

export type NewInvoice = z.output<typeof newInvoice>;

export type PreparedLine = PricedLine & {
  readonly productId: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly taxCodeId: string | null;
  readonly taxRate: string;
  readonly revenueAccountId: string;
};

/** An invoice as it comes, with its owner. */
type Wanted = NewInvoice & { readonly ownerId: string | null };

/** An invoice that is priced and refers to things that exist; not written yet. */
export type PreparedInvoice = Totals &
  Pick<NewInvoice, 'kind' | 'customerId' | 'date' | 'reference' | 'note' | 'shipCountry' | 'creditedInvoiceId'> & {
    readonly id: string;
    readonly ownerId: string | null;
    readonly dueDate: BusinessDate;
    readonly currency: string;
    readonly customerName: string;
    readonly lines: readonly PreparedLine[];
  };

/** An amount has fifteen digits at most, in a currency without decimals too; a document larger than this is a typing error. */
const tooLargeMinor = 10n ** 15n;

function prepareLine(line: NewInvoice['lines'][number], pointer: string, terms: TermsRow, posting: PostingTerms): PreparedLine {
  const product = line.productId === null ? null : terms.products[line.productId];
  if (product === undefined) throw invalidTerm(`${pointer}/productId`, 'sales.unknown_product', 'There is no such product.');
  const taxCodeId = line.taxCodeId ?? product?.taxCodeId ?? null;
  const taxRate = taxCodeId === null ? '0' : terms.taxRates[taxCodeId];
  if (taxRate === undefined) throw invalidTerm(`${pointer}/taxCodeId`, 'sales.unknown_tax_code', 'There is no such tax code.');
  const description = line.description ?? product?.name;
  if (description === undefined)
    throw invalidField(`${pointer}/description`, 'required', 'A line without a product needs a description.');
  const { productId, quantity, unitPrice, discount } = line;
  const revenueAccountId = line.revenueAccountId ?? posting.accountFor('sales');
  const priced = priceLine({ quantity, unitPrice, discount, taxRate }, posting.currency);
  return { productId, description, quantity, unitPrice, discount, taxCodeId, taxRate, revenueAccountId, ...priced };
}

const invalidTerm = (pointer: string, code: string, message: string): AtlasError =>
  new AtlasError(code, message, { errors: [{ pointer, code, message }] });

/** @param at JSON pointer of the invoice in the input */
function prepareInvoice(input: Wanted, at: string, terms: TermsRow, posting: PostingTerms): PreparedInvoice {
  const customer = terms.customers[input.customerId];
  if (!customer?.customer || customer.archived) {
    const message = customer
      ? `${customer.name} is ${customer.archived ? 'archived' : 'not a customer'}.`
      : 'There is no such customer.';
    throw invalidTerm(`${at}/customerId`, 'sales.unknown_customer', message);
  }
  if (input.creditedInvoiceId !== null && input.kind !== 'credit_note') {
    throw invalidTerm(
      `${at}/creditedInvoiceId`,
      'sales.invalid_credit',
      'Only a credit note names an invoice that it takes back.',
    );
  }
  const dueDate = input.dueDate ?? addDays(input.date, input.kind === 'invoice' ? customer.days : 0);
  if (dueDate < input.date) throw invalidTerm(`${at}/dueDate`, 'sales.due_before_date', 'An invoice is not due before its date.');
  const lines = input.lines.map((line, index) => prepareLine(line, `${at}/lines/${index}`, terms, posting));
  const totals = totalsOf(lines);
  if (totals.grossMinor >= tooLargeMinor)
    throw invalidTerm(`${at}/lines`, 'sales.amount_too_large', 'The total of the document is too large.');
  const { kind, customerId, date, reference, note, shipCountry, creditedInvoiceId, ownerId } = input;
  const head = { kind, customerId, date, dueDate, reference, note, shipCountry, creditedInvoiceId, ownerId };
  return { id: uuidv7(), ...head, ...totals, currency: posting.currency, customerName: customer.name, lines };
}

const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

export type Prepared = {
  readonly posting: PostingTerms;
  readonly invoices: readonly PreparedInvoice[];
  readonly credited: ReadonlyMap<string, CreditedInvoice>;
};

/**
 * Prices invoices and checks what they refer to: one round trip, however many there are.
 *
 * @param pointer JSON pointer of each invoice in the input, by its index
 * @throws AtlasError the first refusal, with a pointer to the field
 */
export async function prepareInvoices(
  tx: TenantTx,
  inputs: readonly NewInvoice[],
  pointer: (index: number) => string,
): Promise<Prepared> {
  const lines = inputs.flatMap((input) => input.lines);
  const named = unique(lines.map((line) => line.revenueAccountId));
  const [posting, terms, accounts, credited] = await Promise.all([
    postingTerms(tx, unique(inputs.map((input) => input.date))),
    loadTerms(tx, {
      customerIds: unique(inputs.map((input) => input.customerId)),
      productIds: unique(lines.map((line) => line.productId)),
    }),
    named.length > 0 ? entryAccounts(tx, named) : new Map(),
    lockCreditedInvoices(tx, unique(inputs.map((input) => input.creditedInvoiceId)).sort()),
  ]);
  checkAccounts(
    named.map((accountId) => ({ accountId })),
    accounts,
  );
  for (const [index, { creditedInvoiceId }] of inputs.entries()) {
    if (creditedInvoiceId !== null && !credited.has(creditedInvoiceId))
      throw invalidTerm(`${pointer(index)}/creditedInvoiceId`, 'sales.invalid_credit', 'There is no such invoice.');
  }
  const wanted = inputs.map((input) => ({ ...input, ownerId: ownerOfNew(tx.ctx, input) }));
  return { posting, credited, invoices: wanted.map((input, index) => prepareInvoice(input, pointer(index), terms, posting)) };
}

/** The journal entry of a document. @throws AtlasError `sales.nothing_to_post` */
export function entryOf(invoice: PreparedInvoice, id: string, posting: PostingTerms): NewEntry {
  const lines = invoiceEntryLines({
    kind: invoice.kind,
    currency: invoice.currency,
    customerId: invoice.customerId,
    receivableAccountId: posting.accountFor('receivable'),
    taxAccountId: posting.accountFor('output_tax'),
    lines: invoice.lines,
  });
  if (lines.length < 2)
    throw new AtlasError('sales.nothing_to_post', 'The total of the document is zero: there is nothing to post.');
  const description = `${invoice.kind === 'invoice' ? 'Invoice' : 'Credit note'} to ${invoice.customerName}`;
  return { id, date: invoice.date, description, sourceKind: 'sales.invoice', sourceId: invoice.id, lines };
}

export type CreditEffect = { readonly id: string; readonly openMinor: bigint; readonly status: 'posted' | 'voided' };

/**
 * What credit notes leave open on the invoices they take back, one after the other.
 *
 * @throws AtlasError `sales.invalid_credit`, `sales.credit_exceeds_open`
 */
export function creditEffects(
  invoices: readonly PreparedInvoice[],
  credited: ReadonlyMap<string, CreditedInvoice>,
): CreditEffect[] {
  const state = new Map(credited);
  for (const note of invoices) {
    if (note.creditedInvoiceId === null) continue;
    const target = state.get(note.creditedInvoiceId);
    if (!target) throw invalidTerm('/creditedInvoiceId', 'sales.invalid_credit', 'There is no such invoice.');
    state.set(target.id, { ...target, ...creditAgainst(target, note) });
  }
  return [...state.values()].map(({ id, openMinor, status }) => ({
    id,
    openMinor,
    status: status === 'voided' ? 'voided' : 'posted',
  }));
}
