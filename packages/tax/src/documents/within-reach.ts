import { AtlasError, moneyJson } from '@atlas/kernel';

/** An amount has fifteen digits at most, in a currency without decimals too; what is larger is a typing error. */
const tooLarge = 10n ** 15n;

/** @throws AtlasError `tax.amount_too_large` */
export function withinReach(value: bigint, limit = tooLarge): bigint {
  if (value < limit && -value < limit) return value;
  throw new AtlasError('tax.amount_too_large', 'What this comes to is too large.');
}

/** The JSON shape of an amount. @throws AtlasError `tax.amount_too_large` */
export const amountJson = (minor: bigint, currency: string) => moneyJson(withinReach(minor), currency);
