'use client';
import { listTaxes } from '@atlas/tax/contract';
import { useRead } from '@/lib/api.ts';

/** One thing that a line can be taxed with: a tax, a group, or several at once. */
export type TaxChoice = { value: string; label: string; taxIds: readonly string[] };
export type TaxChoices = (taxIds: readonly string[]) => { choices: readonly TaxChoice[]; chosen: string };

/**
 * What a line can be taxed with: each tax or group alone and, once there is one, what it has together with each other. So several
 * are chosen by the keys of a list, one after the other.
 */
export function useTaxChoices(): TaxChoices {
  const { data } = useRead(listTaxes, { archived: 'false', limit: 200 });
  const taxes = data?.items ?? [];
  const choice = (taxIds: readonly string[]): TaxChoice => ({
    value: taxIds.join(' '),
    label: taxIds.map((id) => taxes.find((tax) => tax.id === id)?.code ?? '…').join(' + '),
    taxIds,
  });
  const single = taxes.map(({ id }) => choice([id]));
  return (taxIds) => {
    const others = taxIds.length === 0 ? [] : taxes.filter(({ id }) => !taxIds.includes(id));
    const own = taxIds.length > 1 || !single.some(({ value }) => value === taxIds[0]) ? [choice(taxIds)] : [];
    const choices = [...single, ...(taxIds.length === 0 ? [] : own), ...others.map(({ id }) => choice([...taxIds, id]))];
    return { choices, chosen: taxIds.join(' ') };
  };
}
