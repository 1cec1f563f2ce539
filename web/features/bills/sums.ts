import type { Output } from '@atlas/contract';
import { moneyFromJson, moneyJson, moneyOf } from '@atlas/kernel';
import type { calculateTaxes } from '@atlas/tax/contract';
import type { MoneyText } from '@/lib/format.tsx';
import type { Draft } from './draft.ts';

type Worked = Pick<Output<typeof calculateTaxes>, 'net' | 'gross' | 'withheld'>;

/** What a bill comes to beside its taxes. */
export type Sums = {
  rounding: MoneyText;
  gross: MoneyText;
  payable: MoneyText;
  /** What is missing to the supplier's total; null while nobody said it. */
  missing: MoneyText | null;
};

/** What is typed and no amount yet counts as nothing. */
function minorOf(amount: string, currency: string): bigint | null {
  try {
    return moneyOf(amount, currency).minor;
  } catch {
    return null;
  }
}

/** Adds what the document rounds by, and compares with the supplier's total. */
export function sumsOf(worked: Worked, { total, rounding: typed }: Pick<Draft, 'total' | 'rounding'>): Sums {
  const { currency } = worked.gross;
  const json = (minor: bigint): MoneyText => moneyJson(minor, currency);
  const rounding = minorOf(typed, currency) ?? 0n;
  const gross = moneyFromJson(worked.gross).minor + rounding;
  const stated = minorOf(total, currency);
  return {
    rounding: json(rounding),
    gross: json(gross),
    payable: json(gross - moneyFromJson(worked.withheld).minor),
    missing: stated === null ? null : json(stated - gross),
  };
}

/** What the document rounds by when it is what its supplier asks for, if that is a matter of rounding: less than one. */
export function roundingFor({ missing, rounding }: Sums): string | null {
  if (missing === null) return null;
  const minor = moneyFromJson(rounding).minor + moneyFromJson(missing).minor;
  return minor < 100n && minor > -100n ? moneyJson(minor, rounding.currency).amount : null;
}
