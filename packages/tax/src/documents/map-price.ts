import { businessDate, decimal, decimalText, divideRounded } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { mapTaxedPrice as route } from '../contract/price-mapping.ts';
import { fractionOf } from '../domain/fraction.ts';
import { mapPrice } from '../domain/map-price.ts';
import { loadTaxes } from '../taxes/taxes.repository.ts';
import { taxesOn } from './taxes-on.ts';
import { withinReach } from './within-reach.ts';

const scale = 9;
/** A price has fifteen digits before the point at most. */
const tooLarge = 10n ** 24n;

export const mapTaxedPrice = query(route, async (tx, { date, unitPrice, fromTaxIds, toTaxIds }) => {
  const taxes = taxesOn(await loadTaxes(tx, [...new Set([...fromTaxIds, ...toTaxIds])]));
  const day = businessDate(date);
  const price = fractionOf(decimal(unitPrice));
  const { over, under } = mapPrice(price, taxes.of(fromTaxIds, day, '/fromTaxIds'), taxes.of(toTaxIds, day, '/toTaxIds'));
  return {
    unitPrice: decimalText({ coefficient: withinReach(divideRounded(over * 10n ** BigInt(scale), under), tooLarge), scale }),
  };
});
