import type { listPaymentTerms } from '@atlas/payments/contract';
import { percentOf, shareOf } from '../invoices/shares.ts';
import type { RowOf } from '../list/list-types.ts';

export type Terms = RowOf<typeof listPaymentTerms>;
export type TermLine = Terms['lines'][number];
export const lineKinds = ['percent', 'percent_of_rest', 'fixed', 'rest'] as const;

/** An instalment as it is typed; shares are in per cent. */
export type LineValues = {
  key: string;
  kind: TermLine['kind'];
  value: string;
  months: string;
  onDay: string;
  days: string;
  dayOfNextMonth: string;
};

export type TermsValues = {
  code: string;
  name: string;
  lines: readonly LineValues[];
  discounted: boolean;
  share: string;
  days: string;
  basis: 'gross' | 'net';
  archived: boolean;
};

export const freshLine = (kind: TermLine['kind'], days = ''): LineValues => ({
  key: crypto.randomUUID(),
  kind,
  value: '',
  months: '',
  onDay: '',
  days,
  dayOfNextMonth: '',
});

export const freshTerms = (): TermsValues => ({
  code: '',
  name: '',
  lines: [freshLine('rest', '30')],
  discounted: false,
  share: '2',
  days: '10',
  basis: 'gross',
  archived: false,
});

const isShare = (kind: TermLine['kind']): boolean => kind === 'percent' || kind === 'percent_of_rest';
const typed = (value: number | null): string => (value === null || value === 0 ? '' : String(value));

function lineValuesOf(line: TermLine): LineValues {
  const { kind, value, months, onDay, days, dayOfNextMonth } = line;
  return {
    key: crypto.randomUUID(),
    kind,
    value: value !== null && isShare(kind) ? percentOf(value) : (value ?? ''),
    months: typed(months),
    onDay: typed(onDay),
    days: typed(days),
    dayOfNextMonth: dayOfNextMonth === null ? '' : String(dayOfNextMonth),
  };
}

export function valuesOf({ code, name, lines, discount, archived }: Terms): TermsValues {
  const { share, days, basis } = freshTerms();
  return {
    code,
    name,
    archived,
    lines: lines.map(lineValuesOf),
    discounted: discount !== null,
    share: discount ? percentOf(discount.share) : share,
    days: discount ? String(discount.days) : days,
    basis: discount?.basis ?? basis,
  };
}

/** A whole number as it is sent; what is none goes as typed, for the form to refuse. */
const whole = <T>(text: string, empty: T): number | T | string =>
  text.trim() === '' ? empty : /^\d+$/.test(text.trim()) ? Number(text) : text;

/** The instalments and the early discount as the contract takes them. */
export function conditionsOf({ lines, discounted, share, days, basis }: TermsValues) {
  return {
    lines: lines.map(({ kind, value, months, onDay, days: after, dayOfNextMonth }) => ({
      kind,
      value: kind === 'rest' ? null : isShare(kind) && value !== '' ? shareOf(value) : value,
      months: whole(months, 0),
      onDay: whole(onDay, null),
      days: whole(after, 0),
      dayOfNextMonth: whole(dayOfNextMonth, null),
    })),
    discount: discounted && lines.length === 1 ? { share: shareOf(share), days: whole(days, ''), basis } : null,
  };
}

/** What the contract takes. */
export const inputOf = (values: TermsValues): unknown => ({ code: values.code, name: values.name, ...conditionsOf(values) });

/** Without an instalment: what is the last then takes what is left. */
export function withoutLine(lines: readonly LineValues[], key: string): LineValues[] {
  const left = lines.filter((line) => line.key !== key);
  return left.map((line, index) => (index === left.length - 1 ? { ...line, kind: 'rest', value: '' } : line));
}

/** With one more before the last, which goes on taking what is left. */
export const withOneMore = (lines: readonly LineValues[]): LineValues[] => [
  ...lines.slice(0, -1),
  freshLine('percent'),
  ...lines.slice(-1),
];
