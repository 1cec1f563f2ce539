'use client';
import { decimalText } from '@atlas/kernel';
import { decimalMarkOf, typedNumber } from '@/lib/calculate.ts';
import { useFormats } from '@/lib/format.tsx';
import { useDimensionValues } from '../dimensions/use-dimensions.ts';
import { type DimensionValue, stepsOf } from '../dimensions/value-tree.ts';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';
import type { PasteReader } from './budget-grid.ts';

type Named = { readonly id: string; readonly code: string; readonly name: string };

const inUse = <T extends { readonly archivedAt: string | null }>(all: readonly T[]): T[] =>
  all.filter(({ archivedAt }) => archivedAt === null);
const usedSteps = (values: readonly DimensionValue[]) => stepsOf(values).filter(({ value }) => value.archivedAt === null);

/** The one that text names by its code, its name or both. */
const idOf = (among: readonly Named[], text: string): string =>
  among.find(({ code, name }) => [code, name, `${code} ${name}`].some((known) => known.toLowerCase() === text.toLowerCase()))
    ?.id ?? '';

/** What lines of a budget can be for, and what text that is pasted into them stands for. */
export function useLineChoices(dimensionId: string | null) {
  const { locale } = useFormats();
  const chart = useChartOfAccounts();
  const values = useDimensionValues(dimensionId);
  /** Whoever pastes before the chart is there waits for it: a line without its account could not be kept. */
  const reader = async (): Promise<PasteReader> => {
    const [accounts, named] = await Promise.all([
      chart.data ?? chart.refetch({ cancelRefetch: false }).then(({ data }) => data),
      dimensionId === null ? [] : (values.data ?? values.refetch({ cancelRefetch: false }).then(({ data }) => data)),
    ]);
    return {
      account: (text) => idOf(inUse(accounts ?? []), text),
      value: (text) => idOf(inUse(named ?? []), text),
      amount: (text) => {
        const number = typedNumber(text.replace(/[€$£¥]/g, '').trim(), decimalMarkOf(locale));
        return number ? decimalText(number) : text;
      },
    };
  };
  return { accounts: inUse(chart.data ?? []), steps: usedSteps(values.data ?? []), reader };
}
