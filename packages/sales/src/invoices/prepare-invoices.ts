import {
  checkAccounts,
  checkLineValues,
  documentEntryLines,
  entryAccounts,
  type NewEntry,
  type PostingTerms,
  postingTerms,
  type Rates,
  ratesOn,
} from '@atlas/accounting';
import { AtlasError, addDays, type BusinessDate, businessDate, laterOf, uuidv7 } from '@atlas/kernel';
import { paymentTermsColumn, type Schedule, scheduleOf, type TermsById } from '@atlas/payments';
import { ownerOfNew, type TenantTx } from '@atlas/platform';
import {
  type DocumentTax,
  type Priced,
  type PricedLine,
  placed,
  postingsOf,
  pricing,
  type Rated,
  type TaxTerms,
  taxTermsColumn,
  worthOf,
} from '@atlas/tax';
import type { z } from 'zod';
import type { newInvoice } from '../contract/invoices.ts';
import { type CreditedInvoice, creditAgainst } from '../domain/credit.ts';
import { chargeLines } from './charge-lines.ts';
import { type CreditedInvoices, lockCreditedInvoices } from './lock-credited.ts';
import { invalidTerm, type PreparedLine, prepareLine } from './prepare-line.ts';
import { loadTerms, paymentTermsOfRequest, type TermsRow, taxesOfRequest } from './terms.repository.ts';

export type NewInvoice = z.output<typeof newInvoice>;

/** An invoice as it comes, with its owner. */
type Wanted = NewInvoice & { readonly ownerId: string | null };

/** An invoice that is priced and refers to things that exist; not written yet. `payableMinor` is gross without what is withheld. */
export type PreparedInvoice = Totals &
  Pick<
    NewInvoice,
    'kind' | 'customerId' | 'date' | 'reference' | 'note' | 'shipCountry' | 'creditedInvoiceId' | 'paymentTermsId'
  > & {
    readonly id: string;
    readonly ownerId: string | null;
    readonly dueDate: BusinessDate;
    /** By the terms that it names; null where it is due on one day. */
    readonly schedule: Schedule | null;
    readonly currency: string;
    /** Null in the currency of the books, and where that of the day of posting counts. */
    readonly exchangeRate: CreditedInvoice['exchangeRate'];
    readonly customerName: string;
    readonly lines: readonly PreparedLine[];
    readonly taxes: readonly DocumentTax[];
  };

/** An invoice with what it comes to in the books. */
export type RatedInvoice = PreparedInvoice & Rated;

type Totals = Pick<Priced, 'netMinor' | 'taxMinor' | 'grossMinor' | 'withheldMinor'> & { readonly payableMinor: bigint };

/** What documents are prepared with. */
type Known = {
  readonly terms: TermsRow<unknown, TermsById>;
  readonly posting: PostingTerms;
  readonly price: ReturnType<typeof pricing>;
  readonly credited: CreditedInvoices['invoices'];
};

/** Prices the lines of a document. A credit note takes back taxes as they were on the day of its invoice. */
function priced(
  { date, creditedInvoiceId, lines, charges }: Wanted,
  currency: string,
  at: string,
  { terms, posting, price, credited }: Known,
) {
  const unpriced = lines.map((line, index) => prepareLine(line, `${at}/lines/${index}`, terms, posting));
  const taxedOn = creditedInvoiceId === null ? date : businessDate(credited.get(creditedInvoiceId)?.date ?? date);
  const document = price({ date: taxedOn, currency, lines: unpriced, charges }, at);
  if (document.grossMinor >= tooLargeMinor)
    throw invalidTerm(`${at}/lines`, 'sales.amount_too_large', 'The total of the document is too large.');
  if (document.grossMinor < 0n)
    throw invalidTerm(`${at}/charges`, 'sales.discount_too_large', 'The discounts are more than the document comes to.');
  return {
    ...document,
    payableMinor: document.grossMinor - document.withheldMinor,
    taxes: placed(document.taxes, 'sale', posting.accountFor),
    lines: [
      ...unpriced.map((line, index) => ({ ...line, ...(document.lines[index] as PricedLine) })),
      ...chargeLines(charges, document.charges, currency, posting),
    ],
  };
}

/** An amount has fifteen digits at most, in a currency without decimals too; a document larger than this is a typing error. */
const tooLargeMinor = 10n ** 15n;

/** @param at JSON pointer of the invoice in the input */
function prepareInvoice(input: Wanted, at: string, known: Known): PreparedInvoice {
  const customer = known.terms.customers[input.customerId];
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
  const { kind, customerId, date, dueDate, reference, note, shipCountry, creditedInvoiceId, ownerId } = input;
  const usual = kind === 'invoice' && dueDate === undefined ? customer.paymentTermsId : null;
  const paymentTermsId = input.paymentTermsId ?? usual;
  const head = { kind, customerId, date, reference, note, shipCountry, creditedInvoiceId, paymentTermsId, ownerId };
  const money = moneyOfDocument(input, at, known);
  const document = { ...money, ...priced(input, money.currency, at, known) };
  const due = dueOf({ ...input, paymentTermsId }, { ...document, date }, customer.days, at, known);
  return { id: uuidv7(), ...head, ...due, ...document, customerName: customer.name };
}

type Payable = Parameters<typeof scheduleOf>[2];

/** When a document is due: by its terms or its customer's, on the day that it says, or after the days that its customer has. */
function dueOf(
  { kind, date, dueDate, paymentTermsId }: Wanted,
  document: Payable,
  days: number,
  at: string,
  { terms }: Known,
): Pick<PreparedInvoice, 'dueDate' | 'schedule'> {
  if (paymentTermsId !== null) {
    if (dueDate !== undefined)
      throw invalidTerm(`${at}/dueDate`, 'sales.terms_say_due_date', 'The terms of payment say when the document is due.');
    const schedule = scheduleOf(terms.paymentTerms, paymentTermsId, document, `${at}/paymentTermsId`);
    const last = schedule.instalments.reduce((latest, instalment) => laterOf(latest, instalment.dueDate), date);
    // What is given back is given back at once.
    return { dueDate: last, schedule: kind === 'invoice' ? schedule : null };
  }
  const due = dueDate ?? addDays(date, kind === 'invoice' ? days : 0);
  if (due < date) throw invalidTerm(`${at}/dueDate`, 'sales.due_before_date', 'An invoice is not due before its date.');
  return { dueDate: due, schedule: null };
}

/** The currency of a document and the rate that it names. A credit note has those of the invoice that it takes back. */
function moneyOfDocument(
  input: Wanted,
  at: string,
  { posting, credited }: Known,
): Pick<PreparedInvoice, 'currency' | 'exchangeRate'> {
  const taken = input.creditedInvoiceId === null ? undefined : credited.get(input.creditedInvoiceId);
  const currency = input.currency ?? taken?.currency ?? posting.currency;
  if (currency !== posting.currency)
    return { currency, exchangeRate: input.exchangeRate ?? (taken?.currency === currency ? taken.exchangeRate : null) };
  if (input.exchangeRate)
    throw invalidTerm(`${at}/exchangeRate`, 'accounting.own_currency', `The books are kept in ${currency}.`);
  return { currency, exchangeRate: null };
}

const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

export type Prepared = {
  readonly posting: PostingTerms;
  readonly invoices: readonly PreparedInvoice[];
  readonly credited: CreditedInvoices;
  /** Of the days of documents that name a currency and no rate. */
  readonly rates: Rates;
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
  const charges = inputs.flatMap((input) => input.charges);
  const named = unique([...lines.map((line) => line.revenueAccountId), ...charges.map(({ accountId }) => accountId)]);
  const request = {
    customerIds: unique(inputs.map((input) => input.customerId)),
    productIds: unique(lines.map((line) => line.productId)),
    taxIds: unique([
      ...lines.flatMap(({ taxCodeId, taxIds = [] }) => [taxCodeId, ...taxIds]),
      ...charges.flatMap(({ taxIds }) => taxIds ?? []),
    ]),
    paymentTermsIds: unique(inputs.map((input) => input.paymentTermsId)),
  };
  const unrated = inputs.flatMap(({ currency, exchangeRate, date }) =>
    currency && !exchangeRate ? [{ currency, on: date }] : [],
  );
  const [posting, terms, accounts, credited, rates] = await Promise.all([
    postingTerms(tx, unique(inputs.map((input) => input.date))),
    loadTerms<TaxTerms, TermsById>(tx, request, {
      taxTerms: taxTermsColumn(tx, taxesOfRequest(tx, request)),
      paymentTerms: paymentTermsColumn(tx, paymentTermsOfRequest(tx, request)),
    }),
    named.length > 0 ? entryAccounts(tx, named) : new Map(),
    lockCreditedInvoices(tx, unique(inputs.map((input) => input.creditedInvoiceId)).sort()),
    ratesOn(tx, unrated),
    checkLineValues(
      tx,
      inputs.map((input, index) => ({ lines: input.lines, at: pointer(index) })),
    ),
  ]);
  checkAccounts(
    named.map((accountId) => ({ accountId })),
    accounts,
  );
  for (const [index, { creditedInvoiceId }] of inputs.entries()) {
    if (creditedInvoiceId !== null && !credited.invoices.has(creditedInvoiceId))
      throw invalidTerm(`${pointer(index)}/creditedInvoiceId`, 'sales.invalid_credit', 'There is no such invoice.');
  }
  const wanted = inputs.map((input) => ({ ...input, ownerId: ownerOfNew(tx.ctx, input) }));
  const known = { terms, posting, price: pricing(terms.taxTerms), credited: credited.invoices };
  return { posting, credited, rates, invoices: wanted.map((input, index) => prepareInvoice(input, pointer(index), known)) };
}

/** The journal entry of a document at its rate. @throws AtlasError `sales.nothing_to_post` */
export function entryOf(invoice: PreparedInvoice, id: string, posting: PostingTerms): NewEntry {
  const books = {
    currency: posting.currency,
    worth: worthOf(invoice, posting.currency),
    roundingAccountId: () => posting.accountFor('rounding'),
  };
  const lines = documentEntryLines({
    takesBack: invoice.kind === 'credit_note',
    currency: invoice.currency,
    partyId: invoice.customerId,
    controlAccountId: posting.accountFor('receivable'),
    controlMinor: invoice.payableMinor,
    instalments: invoice.schedule?.instalments ?? [{ dueDate: invoice.dueDate, amountMinor: invoice.payableMinor }],
    postings: [
      ...invoice.lines.map(({ revenueAccountId: accountId, netMinor, dimensions }) => ({
        accountId,
        amountMinor: -netMinor,
        dimensions,
      })),
      ...invoice.taxes.flatMap((tax) => postingsOf(tax, 'sale')),
    ],
    books,
  });
  const isNothing = invoice.payableMinor !== 0n && books.worth(invoice.payableMinor) === 0n;
  if (lines.length < 2 || isNothing)
    throw new AtlasError('sales.nothing_to_post', 'The total of the document is zero: there is nothing to post.');
  const description = `${invoice.kind === 'invoice' ? 'Invoice' : 'Credit note'} to ${invoice.customerName}`;
  return { id, date: invoice.date, description, sourceKind: 'sales.invoice', sourceId: invoice.id, lines };
}

/** What a credit note does to the invoice that it takes back. */
export type CreditEffect = { readonly id: string; readonly status: 'posted' | 'voided' };

/**
 * What credit notes do to the invoices they take back, one after the other.
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
  return [...state.values()].map(({ id, status }) => ({ id, status: status === 'voided' ? 'voided' : 'posted' }));
}
