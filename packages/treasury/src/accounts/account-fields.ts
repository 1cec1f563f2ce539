import { AtlasError } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { isValidIBAN } from 'ibantools';
import { bareNumber } from '../domain/account-number.ts';
import { checkLedgerAccount, looksLikeIban } from '../domain/check-account.ts';
import { type CsvMapping, mappingFault } from '../domain/csv-mapping.ts';
import { ledgerAccountFacts } from './accounts.repository.ts';

/** A number as it is kept, and whether it is an IBAN. One that looks like an IBAN must be one. @throws AtlasError `treasury.invalid_iban` */
export function keptNumber(typed: string): { readonly number: string; readonly isIban: boolean } {
  const number = bareNumber(typed);
  const isIban = looksLikeIban(number);
  if (number === '' || (isIban && !isValidIBAN(number)))
    throw new AtlasError(
      'treasury.invalid_iban',
      `"${typed.slice(0, 40)}" is no IBAN: its length or its check digits are wrong.`,
    );
  return { number, isIban };
}

const faults = {
  no_amount: 'Say which column holds the amount, or which hold debits and credits.',
  two_amounts: 'Choose one column of amounts, or one of debits and one of credits, but not both.',
  no_date: 'The format of dates needs year, month and day.',
} as const;

/** @throws AtlasError `treasury.invalid_mapping` */
export function checkMapping(mapping: CsvMapping | null): void {
  const fault = mapping && mappingFault(mapping);
  if (fault) throw new AtlasError('treasury.invalid_mapping', faults[fault]);
}

/** @throws AtlasError `treasury.unknown_ledger_account` */
export const checkStandsFor = async (tx: TenantTx, ledgerAccountId: string): Promise<void> =>
  checkLedgerAccount(await ledgerAccountFacts(tx, ledgerAccountId));
