import { AtlasError, type BusinessDate, type FieldError } from '@atlas/kernel';

/** The line that made an open item. */
export type ItemKey = { readonly entryId: string; readonly position: number };

/** A line to be posted: debit positive, credit negative, in minor units of its currency. */
export type EntryLine = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** When a line of a control account is due; left out, on the date of the entry. Several such lines are instalments. */
  readonly dueDate?: BusinessDate | null;
  /** What the document says in a currency of its own, with the same sign. */
  readonly transaction?: { readonly currency: string; readonly amountMinor: bigint } | null;
  /** The open item whose value in the books the line changes; the line makes no item of its own then. */
  readonly adjusts?: ItemKey | null;
  /** The value that the line has in each dimension that it names, by dimension. */
  readonly dimensions?: Readonly<Record<string, string>>;
};

export type EntryAccount = { readonly id: string; readonly code: string; readonly isGroup: boolean; readonly archived: boolean };

/** So many minor units are a typing error, and a hundred of them would be more than PostgreSQL counts to. */
const tooLarge = 10n ** 17n;

export const isTooLarge = (minor: bigint): boolean => minor >= tooLarge || -minor >= tooLarge;

/** Why a line cannot be posted with its amount; null when it can. */
const amountFault = ({ amountMinor }: EntryLine): string | null => {
  if (amountMinor === 0n) return 'the amount must be more than zero';
  return isTooLarge(amountMinor) ? 'the amount is too large' : null;
};

/**
 * Double entry: at least two lines, none of zero or beyond all reason, and the debits equal the credits in each currency.
 *
 * @throws AtlasError `accounting.invalid_line`, `accounting.unbalanced_entry`
 */
export function checkBalanced(lines: readonly EntryLine[]): void {
  if (lines.length < 2) throw new AtlasError('accounting.invalid_line', 'An entry has at least two lines.');
  const sums = new Map<string, bigint>();
  for (const [index, line] of lines.entries()) {
    const message = amountFault(line);
    if (message !== null)
      throw new AtlasError('accounting.invalid_line', `Line ${index + 1}: ${message}.`, {
        errors: [{ pointer: `/lines/${index}`, code: 'accounting.invalid_line', message }],
      });
    sums.set(line.currency, (sums.get(line.currency) ?? 0n) + line.amountMinor);
  }
  for (const [currency, sum] of sums) {
    if (sum !== 0n) {
      throw new AtlasError('accounting.unbalanced_entry', `Debits and credits differ by ${sum} minor units of ${currency}.`, {
        currency,
        differenceMinor: sum.toString(),
      });
    }
  }
}

/**
 * Every line names an account of the chart that takes postings.
 *
 * @throws AtlasError `accounting.unknown_account`, `accounting.account_takes_no_postings`
 */
export function checkAccounts(
  lines: readonly { readonly accountId: string }[],
  accounts: ReadonlyMap<string, EntryAccount>,
): void {
  const errors: FieldError[] = [];
  for (const [index, { accountId }] of lines.entries()) {
    const account = accounts.get(accountId);
    const pointer = `/lines/${index}/accountId`;
    if (!account) errors.push({ pointer, code: 'accounting.unknown_account', message: 'there is no such account' });
    else if (account.isGroup || account.archived) {
      const message = `${account.code} is ${account.isGroup ? 'a heading' : 'archived'}`;
      errors.push({ pointer, code: 'accounting.account_takes_no_postings', message });
    }
  }
  const [first] = errors;
  if (first) throw new AtlasError(first.code, `Line ${first.pointer.split('/')[2]}: ${first.message}.`, { errors });
}

/** The lines of the entry that undoes another. */
export const reversed = (lines: readonly EntryLine[]): EntryLine[] =>
  lines.map(({ transaction, ...line }) => ({
    ...line,
    amountMinor: -line.amountMinor,
    transaction: transaction ? { ...transaction, amountMinor: -transaction.amountMinor } : null,
  }));
