import type { PostingTerms } from '@atlas/accounting';
import { type BusinessDate, type Currency, moneyOf } from '@atlas/kernel';
import { type DocumentTax, type Priced, placed, pricing, type TaxTerms } from '@atlas/tax';
import { type BillTotals, billTotals } from '../domain/bill-total.ts';
import { invalidTerm } from './invalid-term.ts';
import type { NewBill } from './prepared-bill.ts';

type Line = NewBill['lines'][number];

export type PricedBill = BillTotals & {
  readonly withheldMinor: bigint;
  readonly lines: Priced['lines'];
  readonly taxes: readonly DocumentTax[];
};

/** Taxes that a net does not say: those in the price, and those of each unit. */
function untold({ taxIds }: Line, { taxes }: TaxTerms): boolean {
  const byId = new Map(taxes.map((tax) => [tax.id, tax]));
  const named = taxIds.flatMap((id) => [id, ...(byId.get(id)?.memberIds ?? [])]);
  return named.some((id) => byId.get(id)?.included === true || byId.get(id)?.kind === 'fixed');
}

/** A line as it is priced: the net of one that says it is the price of one. */
function unpriced(line: Line, pointer: string, currency: Currency, terms: TaxTerms) {
  const { quantity, unitPrice, discount, net, taxIds } = line;
  if (net === undefined) return { quantity, unitPrice, discount, taxIds };
  if (untold(line, terms)) {
    const message = 'Next to a net stand no taxes that are in the price or for each unit. Enter the price in its place.';
    throw invalidTerm(`${pointer}/net`, 'purchasing.net_and_tax', message);
  }
  moneyOf(net, currency);
  return { quantity: '1', unitPrice: net, discount: '0', taxIds };
}

/**
 * What a bill comes to, and where its taxes are posted.
 *
 * @param at JSON pointer of the bill in the input
 * @throws AtlasError as `pricing` and `placed`; `purchasing.net_and_tax`, `purchasing.rounding_too_large`
 */
export function priceBill(
  bill: Omit<NewBill, 'currency'> & { readonly currency: Currency; readonly date: BusinessDate },
  at: string,
  terms: TaxTerms,
  posting: PostingTerms,
): PricedBill {
  const { currency } = bill;
  const lines = bill.lines.map((line, index) => unpriced(line, `${at}/lines/${index}`, currency, terms));
  const priced = pricing(terms)({ date: bill.date, currency, lines }, at);
  const rounding = moneyOf(bill.rounding, currency).minor;
  return {
    ...billTotals(priced.netMinor, priced.taxMinor, rounding),
    withheldMinor: priced.withheldMinor,
    lines: priced.lines,
    taxes: placed(priced.taxes, 'purchase', posting.accountFor),
  };
}
