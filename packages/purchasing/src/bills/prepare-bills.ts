import {
  checkAccounts,
  checkLineValues,
  entryAccounts,
  type PostingTerms,
  postingTerms,
  type Rates,
  ratesOn,
} from '@atlas/accounting';
import { businessDate, invalidField, moneyOf, uuidv7 } from '@atlas/kernel';
import { paymentTermsColumn, type TermsById } from '@atlas/payments';
import { ownerOfNew, type TenantTx } from '@atlas/platform';
import { loadTaxTerms, type TaxTerms } from '@atlas/tax';
import { currencyOf } from './bill-currency.ts';
import { invalidTerm } from './invalid-term.ts';
import { type CreditedBills, lockCreditedBills } from './lock-credited-bills.ts';
import type { NewBill, PreparedBill, PreparedLine } from './prepared-bill.ts';
import { priceBill } from './price-bill.ts';
import { loadTerms, paymentTermsOfRequest, type TermsRow } from './terms.repository.ts';
import { whenDue } from './when-due.ts';

type Terms = TermsRow<TermsById> & {
  readonly taxes: TaxTerms;
  readonly posting: PostingTerms;
  readonly credited: CreditedBills['bills'];
};

/** An amount has fifteen digits at most, in a currency without decimals too; a document larger than this is a typing error. */
const tooLargeMinor = 10n ** 15n;

function supplierOf({ supplierId }: NewBill, at: string, { suppliers }: Terms) {
  const supplier = suppliers[supplierId];
  if (supplier?.supplier && !supplier.archived) return supplier;
  const message = supplier
    ? `${supplier.name} is ${supplier.archived ? 'archived' : 'not a supplier'}.`
    : 'There is no such supplier.';
  throw invalidTerm(`${at}/supplierId`, 'purchasing.unknown_supplier', message);
}

function descriptionOf({ productId, description }: NewBill['lines'][number], pointer: string, { products }: Terms): string {
  const product = productId === null ? null : products[productId];
  if (product === undefined) throw invalidTerm(`${pointer}/productId`, 'purchasing.unknown_product', 'There is no such product.');
  const text = description ?? product?.name;
  if (text === undefined)
    throw invalidField(`${pointer}/description`, 'required', 'A line without a product needs a description.');
  return text;
}

/** @param at JSON pointer of the bill in the input */
function checkHead({ kind, supplierNumber, creditedBillId }: NewBill, at: string): void {
  if (kind === 'bill' && supplierNumber === null)
    throw invalidField(`${at}/supplierNumber`, 'required', 'A bill has the number that its supplier gave it.');
  if (creditedBillId !== null && kind !== 'credit_note')
    throw invalidTerm(`${at}/creditedBillId`, 'purchasing.invalid_credit', 'Only a credit note names a bill that it takes back.');
}

function prepareBill(input: NewBill & { readonly ownerId: string | null }, at: string, terms: Terms): PreparedBill {
  checkHead(input, at);
  const supplier = supplierOf(input, at, terms);
  const date = businessDate(input.date);
  const postingDate = input.postingDate ? businessDate(input.postingDate) : date;
  const credited = terms.credited.get(input.creditedBillId ?? '');
  const { currency, exchangeRate } = currencyOf(input, at, { books: terms.posting.currency, credited });
  // A credit note takes back taxes as they were on the day of its bill.
  const taxed = { ...input, currency, date: credited?.date ?? date };
  const { lines: priced, ...totals } = priceBill(taxed, at, terms.taxes, terms.posting);
  if (totals.grossMinor >= tooLargeMinor || -totals.grossMinor >= tooLargeMinor)
    throw invalidTerm(`${at}/lines`, 'purchasing.amount_too_large', 'The total of the document is too large.');
  const lines = input.lines.map((line, index): PreparedLine => {
    const { productId, quantity, unitPrice, discount, taxIds, accountId, dimensions, net } = line;
    const description = descriptionOf(line, `${at}/lines/${index}`, terms);
    const { netMinor = 0n, taxMinor = 0n } = priced[index] ?? {};
    return {
      productId,
      description,
      quantity,
      unitPrice,
      discount,
      isNetGiven: net !== undefined,
      taxIds,
      accountId,
      dimensions,
      netMinor,
      taxMinor,
    };
  });
  const usual = input.kind === 'bill' && input.dueDate === undefined ? supplier.paymentTermsId : null;
  const paymentTermsId = input.paymentTermsId ?? usual;
  const due = whenDue(
    { ...input, paymentTermsId },
    { ...totals, date, currency },
    { days: supplier.days, terms: terms.paymentTerms, at },
  );
  const { kind, supplierId, supplierNumber, note, creditedBillId, ownerId } = input;
  const head = { kind, supplierId, supplierNumber, note, creditedBillId, paymentTermsId, ownerId, supplierName: supplier.name };
  const totalMinor = input.total === null ? null : moneyOf(input.total, currency).minor;
  return { id: uuidv7(), ...head, date, postingDate, ...due, currency, exchangeRate, ...totals, totalMinor, lines };
}

/** Control accounts are kept by what documents owe, never by their lines. */
function checkControl(lines: NewBill['lines'], accounts: Awaited<ReturnType<typeof entryAccounts>>): void {
  const index = lines.findIndex(({ accountId }) => ['receivable', 'payable'].includes(accounts.get(accountId)?.role ?? ''));
  if (index >= 0)
    throw invalidTerm(`/lines/${index}/accountId`, 'accounting.control_account', 'This account is kept by its documents.');
}

const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

export type Prepared = {
  readonly posting: PostingTerms;
  readonly bills: readonly PreparedBill[];
  readonly credited: CreditedBills;
  /** Of the days of documents that name a currency and no rate. */
  readonly rates: Rates;
};

/**
 * Prices bills and checks what they refer to: one round trip, however many there are.
 *
 * @throws AtlasError the first refusal, with a pointer to the field
 */
export async function prepareBills(tx: TenantTx, inputs: readonly NewBill[]): Promise<Prepared> {
  const lines = inputs.flatMap((input) => input.lines);
  const unrated = inputs.flatMap(({ currency, exchangeRate, date }) =>
    currency && !exchangeRate ? [{ currency, on: businessDate(date) }] : [],
  );
  const request = {
    supplierIds: unique(inputs.map((input) => input.supplierId)),
    productIds: unique(lines.map((line) => line.productId)),
    paymentTermsIds: unique(inputs.map((input) => input.paymentTermsId)),
  };
  const [posting, terms, taxes, accounts, credited, rates] = await Promise.all([
    postingTerms(tx, unique(inputs.map(({ date, postingDate }) => postingDate ?? date)).map(businessDate)),
    loadTerms<TermsById>(tx, request, paymentTermsColumn(tx, paymentTermsOfRequest(tx, request))),
    loadTaxTerms(tx, unique(lines.flatMap((line) => line.taxIds))),
    entryAccounts(tx, unique(lines.map((line) => line.accountId))),
    lockCreditedBills(tx, unique(inputs.map((input) => input.creditedBillId)).sort()),
    ratesOn(tx, unrated),
    checkLineValues(
      tx,
      inputs.map((input) => ({ lines: input.lines, at: '' })),
    ),
  ]);
  checkAccounts(lines, accounts);
  checkControl(lines, accounts);
  for (const { creditedBillId } of inputs) {
    if (creditedBillId !== null && !credited.bills.has(creditedBillId))
      throw invalidTerm('/creditedBillId', 'purchasing.invalid_credit', 'There is no such bill.');
  }
  const wanted = inputs.map((input) => ({ ...input, ownerId: ownerOfNew(tx.ctx, input) }));
  const known = { ...terms, taxes, posting, credited: credited.bills };
  return { posting, credited, rates, bills: wanted.map((input) => prepareBill(input, '', known)) };
}
