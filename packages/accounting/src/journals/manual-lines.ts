import { AtlasError, moneyOf, present } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { entryAccounts } from '../accounts/accounts.repository.ts';
import { usableValues } from '../dimensions/values.repository.ts';
import { controlRoles } from '../domain/chart.ts';
import { checkAccounts, type EntryLine } from '../domain/check-entry.ts';
import { dimensionsOf, type NamedValue } from '../domain/line-dimensions.ts';
import { countParties } from './journals.repository.ts';

/** A line as a person writes it: what it says, and an amount on one side. */
export type WrittenLine = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: string | null;
  readonly debit?: string | undefined;
  readonly credit?: string | undefined;
  readonly dimensions: readonly NamedValue[];
};

/** @throws AtlasError `too_many_decimals`, `accounting.invalid_line` */
export function minorOf({ debit, credit }: Pick<WrittenLine, 'debit' | 'credit'>, currency: string): bigint {
  const { minor } = moneyOf(debit ?? credit ?? '0', currency);
  if (minor < 0n) throw new AtlasError('accounting.invalid_line', 'Amounts are not negative: use the other side.');
  return debit === undefined ? -minor : minor;
}

/** The lines as they are posted, debit positive. */
export const entryLines = (lines: readonly WrittenLine[], currency: string): EntryLine[] =>
  lines.map(({ debit, credit, dimensions, ...line }) => ({
    ...line,
    currency,
    amountMinor: minorOf({ debit, credit }, currency),
    dimensions: Object.fromEntries(dimensions.map(({ dimensionId, valueId }) => [dimensionId, valueId])),
  }));

/** What a journal is worth: its debits. */
export const worthOf = (lines: readonly EntryLine[]): bigint =>
  lines.reduce((sum, { amountMinor }) => (amountMinor > 0n ? sum + amountMinor : sum), 0n);

type Named = {
  readonly accountId: string | null;
  readonly partyId: string | null;
  readonly dimensions: readonly NamedValue[];
};

function unknownAccount(index: number): AtlasError {
  const message = 'there is no such account';
  const errors = [{ pointer: `/lines/${index}/accountId`, code: 'accounting.unknown_account', message }];
  return new AtlasError('accounting.unknown_account', `Line ${index + 1}: ${message}.`, { errors });
}

/**
 * What lines name is there, in this workspace: also what is only kept, and posted another day.
 *
 * @throws AtlasError `accounting.unknown_account`, `accounting.unknown_dimension_value`, `unknown_reference`
 */
export async function checkNamed(tx: TenantTx, lines: readonly Named[]): ReturnType<typeof entryAccounts> {
  const given = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
  const parties = given(lines.map(({ partyId }) => partyId));
  const [accounts, knownParties, values] = await Promise.all([
    entryAccounts(tx, given(lines.map(({ accountId }) => accountId))),
    countParties(tx, parties),
    usableValues(
      tx,
      lines.flatMap(({ dimensions }) => dimensions.map(({ valueId }) => valueId)),
    ),
  ]);
  for (const [index, { accountId, dimensions }] of lines.entries()) {
    if (accountId !== null && !accounts.has(accountId)) throw unknownAccount(index);
    dimensionsOf(dimensions, values, `/lines/${index}`);
  }
  if (knownParties < new Set(parties).size) throw new AtlasError('unknown_reference', 'A line names a party that is not there.');
  return accounts;
}

/**
 * The accounts take postings, and none by hand is on an account that a sub-ledger keeps.
 *
 * @throws AtlasError as `checkNamed`, `accounting.account_takes_no_postings`, `accounting.control_account`
 */
export async function checkManual(tx: TenantTx, lines: readonly (Named & { readonly accountId: string })[]): Promise<void> {
  const accounts = await checkNamed(tx, lines);
  checkAccounts(lines, accounts);
  const control = lines.find(({ accountId }) => controlRoles.has(accounts.get(accountId)?.role ?? ''));
  if (!control) return;
  const { code } = present(accounts.get(control.accountId), 'the account was checked');
  throw new AtlasError(
    'accounting.control_account',
    `${code} is kept by its documents. Post an invoice or a credit note instead.`,
  );
}
