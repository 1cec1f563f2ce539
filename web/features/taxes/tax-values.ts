import type { getTax } from '@atlas/tax/contract';
import type { z } from 'zod';
import { percentOf, shareOf } from '../invoices/shares.ts';

export type Tax = z.output<typeof getTax.output>;
export type RateValues = { key: string; validFrom: string; value: string };
export type TaxValues = Omit<Tax, 'id' | 'version' | 'archivedAt' | 'rates' | 'sequence'> & {
  sequence: string;
  /** Shares are typed in per cent, fixed amounts as they are. */
  rates: readonly RateValues[];
};

export const rateFrom = (validFrom: string, value = ''): RateValues => ({ key: crypto.randomUUID(), validFrom, value });

export const freshTax = (today: string): TaxValues => ({
  code: '',
  name: '',
  kind: 'percent',
  operation: 'domestic',
  sequence: '1',
  included: false,
  affectsBase: false,
  baseAffected: true,
  exemptionCode: null,
  exemptionReason: null,
  salesAccountId: null,
  purchaseAccountId: null,
  memberIds: [],
  rates: [rateFrom(`${today.slice(0, 4)}-01-01`)],
});

export const shownValue = (kind: Tax['kind'], value: string): string => (kind === 'fixed' ? value : percentOf(value));

export function valuesOf({ id: _id, version: _version, archivedAt: _archived, ...tax }: Tax): TaxValues {
  const rates = tax.rates.map(({ validFrom, value }) => rateFrom(validFrom, shownValue(tax.kind, value)));
  return { ...tax, sequence: String(tax.sequence), rates };
}

/** What the contract takes: groups have taxes, others have rates, and only what is exempt says why. */
export function inputOf(values: TaxValues) {
  const group = values.kind === 'group';
  const exempt = values.operation === 'exempt' && !group;
  // What is exempt is nothing; elsewhere an empty value is for the form to refuse.
  const sentValue = (value: string): string => {
    if (value === '') return exempt ? '0' : '';
    return values.kind === 'fixed' ? value : shareOf(value);
  };
  return {
    ...values,
    sequence: /^\d+$/.test(values.sequence) ? Number(values.sequence) : values.sequence,
    operation: group ? 'domestic' : values.operation,
    exemptionCode: exempt ? values.exemptionCode : null,
    exemptionReason: exempt ? values.exemptionReason : null,
    memberIds: group || values.kind === 'surtax' ? values.memberIds : [],
    rates: group ? [] : values.rates.map(({ validFrom, value }) => ({ validFrom, value: sentValue(value) })),
  };
}

/** What a tax is on a day; null before its first, and of groups. */
export function valueOn({ rates }: Tax, day: string): string | null {
  const begun = rates.filter(({ validFrom }) => validFrom <= day);
  return begun.at(-1)?.value ?? null;
}
