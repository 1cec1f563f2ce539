'use client';
import { listFiscalYears } from '@atlas/accounting/contract';
import { type BusinessDate, isBusinessDate } from '@atlas/kernel';
import { useRead } from '@/lib/api.ts';
import { today } from '@/lib/today.ts';
import { type PresetName, presetRanges, type Range } from './presets.ts';
import { useUrlParams } from './url-params.ts';

const dayIn = (text: string | null): BusinessDate | null => (text !== null && isBusinessDate(text) ? text : null);

export type ReportDates<V> = {
  /** Null until the fiscal years are known and no dates are in the URL. */
  readonly value: V | null;
  readonly set: (value: V) => void;
  /** Null until the fiscal years are known. */
  readonly presets: Record<PresetName, Range> | null;
};

function usePresets(): Record<PresetName, Range> | null {
  const { data } = useRead(listFiscalYears, { limit: 200 });
  return data ? presetRanges(today(), data.items) : null;
}

/** The day of a report, kept in the URL: today unless another is chosen. */
export function useAsOf(): ReportDates<BusinessDate> {
  const [params, change] = useUrlParams();
  return { value: dayIn(params.get('asOf')) ?? today(), set: (asOf) => change({ asOf }), presets: usePresets() };
}

/** The days of a report, kept in the URL: the preset unless others are chosen. */
export function useRange(preset: PresetName): ReportDates<Range> {
  const [params, change] = useUrlParams();
  const presets = usePresets();
  const [from, to] = [dayIn(params.get('from')), dayIn(params.get('to'))];
  const value = from && to && from <= to ? { from, to } : (presets?.[preset] ?? null);
  return { value, set: (range) => change({ ...range }), presets };
}
