'use client';
import type { Output } from '@atlas/contract';
import type { CallInput } from '@atlas/sdk';
import { calculateTaxes } from '@atlas/tax/contract';
import { useRead } from '@/lib/api.ts';
import { useDelayed } from '@/lib/delayed.ts';
import type { MoneyText } from '@/lib/format.tsx';

type Asked = CallInput<typeof calculateTaxes>;
type AskedLine = Asked['lines'][number] & { key: string };
type AskedCharges = NonNullable<Asked['charges']>;

export type TaxCalculation = {
  document: Output<typeof calculateTaxes>;
  /** The net of a line by its key */
  nets: ReadonlyMap<string, MoneyText>;
};

/** What a document comes to with its taxes, as the API works it out a moment after something was typed; null without lines. */
export function useTaxCalculation(
  date: string,
  currency: string,
  lines: readonly AskedLine[],
  charges: AskedCharges = [],
): TaxCalculation | null {
  const text = useDelayed(JSON.stringify({ date, lines, charges }), 150);
  const asked = JSON.parse(text) as { date: string; lines: AskedLine[]; charges: AskedCharges };
  const input = { ...asked, currency, lines: asked.lines.map(({ key: _key, ...line }) => line) };
  const query = useRead(calculateTaxes, input, { enabled: asked.lines.length > 0, keepPrevious: true });
  if (!query.data || asked.lines.length === 0) return null;
  const nets = query.data.lines.map(({ net }, index) => [asked.lines[index]?.key ?? '', net] as const);
  return { document: query.data, nets: new Map(nets) };
}
