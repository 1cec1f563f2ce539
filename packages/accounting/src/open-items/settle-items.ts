import { AtlasError, type BusinessDate, decimal, moneyJson, uuidv7 } from '@atlas/kernel';
import { command, type TenantTx } from '@atlas/platform';
import { settleItems as route } from '../contract/open-items.ts';
import { ratesOn } from '../currencies/rates-on.ts';
import type { ItemKey } from '../domain/check-entry.ts';
import type { QuotedRate } from '../domain/exchange-rate.ts';
import { pairAcrossAll } from '../domain/pair-items.ts';
import { keyOf } from '../domain/settle.ts';
import { postingTerms } from '../journals/posting.ts';
import { allocate } from './allocate.ts';
import { lockItems, type OpenItemRow } from './open-items.repository.ts';

export const settlementKind = 'accounting.settlement';

/** The items in the order in which they were named. @throws AtlasError `accounting.unknown_item` */
function inOrder(keys: readonly ItemKey[], items: readonly OpenItemRow[]): OpenItemRow[] {
  const known = new Map(items.map((item) => [keyOf(item), item]));
  const found = [...new Set(keys.map(keyOf))].flatMap((key) => known.get(key) ?? []);
  if (found.length < keys.length)
    throw new AtlasError('accounting.unknown_item', 'There is no such open item, or it is named twice.');
  return found;
}

/** Rates of foreign items on the days of those in the currency of the books, which have none of their own. */
async function ratesAcross(tx: TenantTx, items: readonly OpenItemRow[], books: string) {
  const own = items.filter(({ currency }) => currency === books);
  const foreign = [...new Set(items.map(({ currency }) => currency).filter((currency) => currency !== books))];
  const wanted = own.flatMap(({ date }) => foreign.map((currency) => ({ currency, on: date as BusinessDate })));
  const { rateOn } = await ratesOn(tx, wanted);
  const dates = new Map(own.map((item) => [keyOf(item), item.date as BusinessDate]));
  return (item: ItemKey, currency: string): QuotedRate => {
    const { quotation, rate } = rateOn(currency, dates.get(keyOf(item)) ?? ('' as BusinessDate));
    return { quotation, rate: decimal(rate) };
  };
}

export const settleItems = command(route, async (tx, { date, items: keys }) => {
  const [terms, locked] = await Promise.all([postingTerms(tx, [date]), lockItems(tx, keys)]);
  const items = inOrder(keys, locked);
  const rateOf = await ratesAcross(tx, items, terms.currency);
  const pairs = pairAcrossAll(items, rateOf, terms.currency);
  if (pairs.length === 0) throw new AtlasError('accounting.items_apart', 'Among these items no debit meets a credit.');
  terms.periodOf(date);
  const id = uuidv7();
  const allocated = allocate(tx, terms, { date, sourceKind: settlementKind, sourceId: id, items, pairs });
  const currencies = new Map(items.map((item) => [keyOf(item), item.currency]));
  const amount = (item: ItemKey, minor: bigint) => moneyJson(minor, currencies.get(keyOf(item)) ?? terms.currency);
  const settled = {
    id,
    date,
    pairs: allocated.map(({ debit, credit, debitMinor, creditMinor, exchange }) => ({
      debit,
      credit,
      debitAmount: amount(debit, debitMinor),
      creditAmount: amount(credit, creditMinor),
      exchange: exchange && moneyJson(exchange.amountMinor, terms.currency),
    })),
  };
  tx.record({ subjectId: id, after: settled });
  return settled;
});
