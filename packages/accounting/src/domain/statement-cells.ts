import { type BusinessDate, decimalText, divide, exponentOf, scaledText } from '@atlas/kernel';
import type { Span } from './statement-columns.ts';
import type { Sheet } from './statement-sheets.ts';

export type Measure = 'amount' | 'debit' | 'credit' | 'difference' | 'percent';
export type SheetColumn = { readonly measure: Measure; readonly from: BusinessDate | null; readonly to: BusinessDate };

type Compared = {
  readonly spans: readonly Span[] /** Whether the first two columns are set against each other. */;
  readonly compares: boolean;
};

const measures = { 1: ['amount'], 2: ['debit', 'credit'] } as const;

/** The columns of a statement. What two of them differ in stands behind the second. */
export function columnsOf({ figures }: Pick<Sheet, 'figures'>, { spans, compares }: Compared): SheetColumn[] {
  const columns = spans.flatMap((span) => measures[figures].map((measure) => ({ measure, ...span })));
  const [first] = spans;
  if (!compares || figures !== 1 || !first) return columns;
  const set: SheetColumn[] = [
    { measure: 'difference', ...first },
    { measure: 'percent', ...first },
  ];
  return [...columns.slice(0, 2), ...set, ...columns.slice(2)];
}

const hundred = { coefficient: 100n, scale: 0 };

/** By how much an amount is more than another, in percent of that other's size; null of nothing. */
export function percentMore(now: bigint, before: bigint): string | null {
  if (before === 0n) return null;
  const size = { coefficient: before < 0n ? -before : before, scale: 0 };
  return decimalText(divide({ coefficient: (now - before) * hundred.coefficient, scale: 0 }, size, 1));
}

/** The cells of a line as the API speaks them, in the order of {@link columnsOf}. */
export function cellsOf(amounts: readonly bigint[] | null, columns: readonly SheetColumn[], currency: string): (string | null)[] {
  if (amounts === null) return columns.map(() => null);
  const exponent = exponentOf(currency);
  const [now = 0n, before = 0n] = amounts;
  const left = [...amounts];
  return columns.map(({ measure }) => {
    if (measure === 'difference') return scaledText(now - before, exponent);
    if (measure === 'percent') return percentMore(now, before);
    return scaledText(left.shift() ?? 0n, exponent);
  });
}
