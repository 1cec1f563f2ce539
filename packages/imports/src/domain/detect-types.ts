import { type DateOrder, type DecimalMark, parseDate, parseDecimal, type ValueType } from './parse-value.ts';

const filled = (values: readonly string[]): string[] => values.filter((value) => value.trim() !== '');

const isDecimal = (value: string): boolean => (['point', 'comma'] as const).some((mark) => 'value' in parseDecimal(value, mark));
const isDate = (value: string): boolean => (['ymd', 'dmy', 'mdy'] as const).some((order) => 'value' in parseDate(value, order));

/** What the values of a column look like, for people who map it. */
export function detectType(values: readonly string[]): ValueType {
  const given = filled(values);
  if (given.length === 0) return 'text';
  if (given.every((value) => /^(true|false|yes|no|y|n)$/i.test(value.trim()))) return 'flag';
  if (given.every((value) => /^0\d+$/.test(value.trim()))) return 'text';
  if (given.every(isDecimal)) return 'decimal';
  return given.every(isDate) ? 'date' : 'text';
}

/** The decimal mark that reads more of the values; a point when both do as well. */
export function detectDecimalMark(values: readonly string[]): DecimalMark {
  const reads = (mark: DecimalMark): number => filled(values).filter((value) => 'value' in parseDecimal(value, mark)).length;
  return reads('comma') > reads('point') ? 'comma' : 'point';
}

/** The order of day, month and year that reads more of the values. */
export function detectDateOrder(values: readonly string[]): DateOrder {
  const reads = (order: DateOrder): number => filled(values).filter((value) => 'value' in parseDate(value, order)).length;
  return (['ymd', 'dmy', 'mdy'] as const).reduce((best, order) => (reads(order) > reads(best) ? order : best), 'ymd');
}
