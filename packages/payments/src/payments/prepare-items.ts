import { keyOf, lockItems, type OpenItemRow } from '@atlas/accounting';
import { AtlasError, moneyOf } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { loadDocumentTaxes } from '@atlas/tax';
import type { z } from 'zod';
import type { postPayment } from '../contract/payments.ts';
import { type DiscountParts, splitDiscount } from '../domain/early-discount.ts';
import { loadSettings } from '../settings/settings.repository.ts';
import { discountsOffered, type OfferedDiscount } from './payment-terms.repository.ts';

type Wanted = z.output<typeof postPayment.input>['items'][number];

/** A tax of a document that a discount lowers. */
export type LoweredTax = {
  readonly taxId: string;
  readonly value: string;
  readonly accountId: string;
  readonly amountMinor: bigint;
};

/** What is settled of one item, in minor units of the payment's currency. */
export type SettledItem = {
  readonly item: OpenItemRow;
  readonly amountMinor: bigint;
  readonly discount: (DiscountParts & { readonly lowered: readonly LoweredTax[] }) | null;
  readonly writtenOffMinor: bigint;
};

const refusal = (code: string, pointer: string, message: string): AtlasError =>
  new AtlasError(code, message, { errors: [{ pointer, code, message }] });

function checkOffer(offer: OfferedDiscount | undefined, minor: bigint, date: string, pointer: string): void {
  if (offer && date <= offer.until && minor <= offer.leftMinor) return;
  const message = offer
    ? `Until ${offer.until} no more than ${offer.leftMinor} minor units come off.`
    : 'The terms of the document take nothing off. What is given up all the same is written off.';
  throw refusal('payments.discount_not_due', pointer, message);
}

async function discountParts(
  tx: TenantTx,
  item: OpenItemRow,
  minor: bigint,
  offer: OfferedDiscount | undefined,
): Promise<SettledItem['discount']> {
  if (minor === 0n) return null;
  if (offer?.lowersTaxes === false) return { netMinor: minor, taxes: [], lowered: [] };
  const { sourceKind, sourceId } = item;
  const kept = sourceId === null ? [] : await loadDocumentTaxes(tx, { sourceKind, sourceId });
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const owed = kept.flatMap(({ accountId, contraAccountId, operation, amountMinor, taxId, value }) =>
    operation === 'domestic' && accountId !== null && contraAccountId === null
      ? [{ accountId, amountMinor: size(amountMinor), taxId, value }]
      : [],
  );
  const gross = size(item.amountMinor);
  const parts = splitDiscount(minor, gross, owed);
  const lowered = owed.map((tax) => ({ ...tax, amountMinor: splitDiscount(minor, gross, [tax]).taxes[0]?.amountMinor ?? 0n }));
  return { ...parts, lowered };
}

/**
 * Locks what a payment settles and checks it: the items are of its party, on its ledger and in its currency, discounts were
 * offered, and no more is written off than the settings allow.
 *
 * @param side 1 when the payment settles debits (money comes in), −1 when it settles credits
 * @throws AtlasError `accounting.unknown_item`, `payments.wrong_side`, `payments.other_currency`, `payments.discount_not_due`,
 *   `payments.write_off_too_large`
 */
export async function prepareItems(
  tx: TenantTx,
  wanted: readonly Wanted[],
  about: {
    readonly partyId: string;
    readonly ledger: string;
    readonly currency: string;
    readonly date: string;
    readonly side: 1n | -1n;
    readonly booksCurrency: string;
    /** The value of an amount of the payment's currency in the books. */
    inBooks(minor: bigint): bigint;
  },
): Promise<SettledItem[]> {
  if (wanted.length === 0) return [];
  const [items, offers, settings] = await Promise.all([lockItems(tx, wanted), discountsOffered(tx, wanted), loadSettings(tx)]);
  const limit = moneyOf(settings.writeOffLimit, about.booksCurrency).minor;
  const known = new Map(items.map((item) => [keyOf(item), item]));
  const offered = new Map(offers.map((offer) => [keyOf(offer), offer]));
  const checked: (Omit<SettledItem, 'discount'> & { readonly discountMinor: bigint })[] = [];
  for (const [index, each] of wanted.entries()) {
    const pointer = `/items/${index}`;
    const item = known.get(keyOf(each));
    if (!item) throw refusal('accounting.unknown_item', pointer, 'There is no such open item.');
    if (item.partyId !== about.partyId || item.ledger !== about.ledger || item.residualMinor * about.side <= 0n)
      throw refusal('payments.wrong_side', pointer, 'The payment settles what is open with its party on the other side.');
    if (item.currency !== about.currency) throw refusal('payments.other_currency', pointer, `The item is in ${item.currency}.`);
    const [amount, discount, writeOff] = [each.amount, each.discount, each.writeOff].map(
      (text) => moneyOf(text, item.currency).minor,
    );
    if (amount === undefined || discount === undefined || writeOff === undefined) continue;
    if (amount < 0n || discount < 0n) throw refusal('payments.wrong_side', `${pointer}/amount`, 'Amounts are not negative.');
    if (discount > 0n) {
      const offer = offered.get(keyOf(each));
      checkOffer(offer, discount, about.date, `${pointer}/discount`);
      if (offer) offered.set(keyOf(each), { ...offer, leftMinor: offer.leftMinor - discount });
    }
    const givenUp = about.inBooks(writeOff);
    if (givenUp > limit || -givenUp > limit)
      throw refusal(
        'payments.write_off_too_large',
        `${pointer}/writeOff`,
        `No more than ${settings.writeOffLimit} is written off.`,
      );
    checked.push({ item, amountMinor: amount, discountMinor: discount, writtenOffMinor: writeOff });
  }
  // Asked in one turn, the taxes of all documents are one round trip.
  const parts = await Promise.all(
    checked.map(({ item, discountMinor }) => discountParts(tx, item, discountMinor, offered.get(keyOf(item)))),
  );
  return checked.map(({ discountMinor: _parted, ...rest }, index) => ({ ...rest, discount: parts[index] ?? null }));
}
