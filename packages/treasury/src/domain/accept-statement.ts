import {
  AtlasError,
  add,
  amountText,
  type BusinessDate,
  type Currency,
  compare,
  type Decimal,
  decimal,
  decimalText,
  type Money,
  moneyOf,
  sumMoney,
} from '@atlas/kernel';
import { type Balance, balanceOf, type Entry, type Statement, tidy } from './statement.ts';

/** What is wrong with a statement that is kept all the same, with the figures that say so. */
export type Warning = { readonly code: WarningCode; readonly values: Readonly<Record<string, string>> };
export type WarningCode = (typeof warningCodes)[number];
export const warningCodes = [
  'does_not_balance',
  'gap_to_previous',
  'balance_in_other_currency',
  'sums_differ',
  'line_without_date',
  'line_without_amount',
  'line_in_other_currency',
  'line_too_exact',
  'line_too_large',
  'balance_too_large',
  'line_unreadable',
  'not_booked',
  'other_account',
] as const;

/** A movement that is kept: it has a day, and an amount in the currency of its account. */
export type AcceptedLine = Entry & { readonly bookingDate: BusinessDate; readonly minor: bigint };

export type StatedBalance = { readonly minor: bigint; readonly date: BusinessDate | null };

/** What of a statement is kept. */
export type Accepted = {
  readonly statement: Statement;
  readonly lines: readonly AcceptedLine[];
  readonly opening: StatedBalance | null;
  readonly closing: StatedBalance | null;
  readonly warnings: readonly Warning[];
};

/** The beginning of a text, never half a character. */
const excerpt = (text: string): string => text.slice(0, 100).toWellFormed();

/** So many minor units are no amount of this world, and a hundred of them more than PostgreSQL counts to. */
const tooLarge = 10n ** 17n;
const isTooLarge = ({ minor }: Money): boolean => minor >= tooLarge || -minor >= tooLarge;

/** More of one kind are told as a number. */
const mostTold = 100;

type Judged = { readonly line: AcceptedLine } | { readonly warning: Warning } | null;

const warn = (code: WarningCode, values: Record<string, string> = {}): { readonly warning: Warning } => ({
  warning: { code, values },
});

function moneyIn(amount: string, currency: Currency): Money | null {
  try {
    return moneyOf(amount, currency);
  } catch (error) {
    if (error instanceof AtlasError) return null;
    throw error;
  }
}

/** A movement that was booked, or why it is none. What is pending comes again when it is booked. */
function judge(entry: Entry, currency: Currency): Judged {
  const at = { line: String(entry.position) };
  if (entry.status !== 'booked') return null;
  if (entry.bookingDate === null) return warn('line_without_date', { ...at, text: excerpt(entry.text) });
  if (entry.amount === null) return warn('line_without_amount', { ...at, text: excerpt(entry.text) });
  if (entry.currency !== null && entry.currency !== currency)
    return warn('line_in_other_currency', { ...at, currency: entry.currency.slice(0, 10) });
  const money = moneyIn(entry.amount, currency);
  if (!money || isTooLarge(money)) return warn(money ? 'line_too_large' : 'line_too_exact', { ...at, amount: entry.amount });
  return { line: { ...entry, bookingDate: entry.bookingDate, minor: money.minor } };
}

/** A balance in the currency of the account; banks also tell what it is worth in others. */
function statedBalance(balance: Balance | null, currency: Currency): StatedBalance | null {
  if (!balance || (balance.currency !== null && balance.currency !== currency)) return null;
  const money = moneyIn(balance.amount, currency);
  return money && !isTooLarge(money) ? { minor: money.minor, date: balance.date } : null;
}

/** Whether a balance is one of the currency that is left out because it is too large. */
function isHuge({ kind, amount, currency: other }: Balance, currency: Currency): boolean {
  if ((kind !== 'opening' && kind !== 'closing') || (other !== null && other !== currency)) return false;
  const money = moneyIn(amount, currency);
  return money !== null && isTooLarge(money);
}

function balanceWarnings({ statement, lines, opening, closing }: Omit<Accepted, 'warnings'>, currency: Currency): Warning[] {
  const foreign = statement.balances.filter(
    ({ kind, currency: other }) => (kind === 'opening' || kind === 'closing') && other !== null && other !== currency,
  );
  const huge = statement.balances.filter((balance) => isHuge(balance, currency));
  const warnings: Warning[] = [
    ...foreign.map(({ code, currency: other }) => ({
      code: 'balance_in_other_currency' as const,
      values: { balance: code, currency: other ?? '' },
    })),
    ...huge.map(({ code, amount }) => ({ code: 'balance_too_large' as const, values: { balance: code, amount } })),
  ];
  if (!opening || !closing) return warnings;
  const sum = sumMoney(
    lines.map(({ minor }) => ({ minor, currency })),
    currency,
  );
  const expected = opening.minor + sum.minor;
  if (expected === closing.minor) return warnings;
  const text = (minor: bigint) => amountText({ minor, currency });
  const values = {
    opening: text(opening.minor),
    movements: text(sum.minor),
    expected: text(expected),
    closing: text(closing.minor),
  };
  return [...warnings, { code: 'does_not_balance', values: { ...values, difference: text(closing.minor - expected), currency } }];
}

/** MT942 says how many debits and credits it holds, and what they come to. */
function sumWarnings({ sums, entries }: Statement): Warning[] {
  return sums.flatMap(({ mark, count, amount }): Warning[] => {
    const ofMark = entries.filter((entry) => entry.amount?.startsWith('-') === (mark === 'debit'));
    const total = ofMark.reduce<Decimal>((sum, entry) => add(sum, decimal((entry.amount ?? '0').replace('-', ''))), decimal('0'));
    if (ofMark.length === count && compare(total, decimal(amount)) === 0) return [];
    return [
      {
        code: 'sums_differ',
        values: { mark, count: String(count), amount, found: String(ofMark.length), total: decimalText(total) },
      },
    ];
  });
}

/** Takes from a statement what can be kept, and says what is wrong with the rest. It never refuses a whole statement. */
export function acceptStatement(statement: Statement, currency: Currency): Accepted {
  const judged = statement.entries.map((entry) => judge(entry, currency));
  const lines = judged.flatMap((each) => (each && 'line' in each ? [each.line] : []));
  const unbooked = statement.entries.filter(({ status }) => status !== 'booked').length;
  const ofCurrency: Statement = {
    ...statement,
    balances: statement.balances.filter((each) => each.currency === null || each.currency === currency),
  };
  const kept = {
    statement,
    lines,
    opening: statedBalance(balanceOf(ofCurrency, 'opening'), currency),
    closing: statedBalance(balanceOf(ofCurrency, 'closing', 'last'), currency),
  };
  const refused: Warning[] = [
    ...judged.flatMap((each) => (each && 'warning' in each ? [each.warning] : [])),
    ...statement.unreadable.map(
      ({ position, text }): Warning => ({
        code: 'line_unreadable',
        values: { line: String(position), text: excerpt(tidy(text) ?? '') },
      }),
    ),
  ];
  const warnings = [
    ...balanceWarnings(kept, currency),
    ...sumWarnings(statement),
    ...refused.slice(0, mostTold),
    ...(unbooked > 0 ? [{ code: 'not_booked', values: { count: String(unbooked) } } as const] : []),
  ];
  return { ...kept, warnings };
}
