import { AtlasError, type FieldError } from '@atlas/kernel';
import type { z } from 'zod';
import type { draftLine } from '../contract/journal-drafts.ts';
import { minorOf, type WrittenLine } from '../journals/manual-lines.ts';

export type DraftLine = z.output<typeof draftLine>;

/** What an unfinished journal comes to: its larger side. @throws AtlasError `too_many_decimals`, `accounting.invalid_line` */
export function draftTotal(lines: readonly DraftLine[], currency: string): bigint {
  let [debits, credits] = [0n, 0n];
  for (const { debit, credit } of lines) {
    if (debit !== null) debits += minorOf({ debit }, currency);
    else if (credit !== null) credits -= minorOf({ credit }, currency);
  }
  return debits > credits ? debits : credits;
}

/** The lines of a draft once nothing is missing. @throws AtlasError `accounting.draft_incomplete` with a pointer for each gap */
export function completeLines(lines: readonly DraftLine[]): WrittenLine[] {
  const errors: FieldError[] = [];
  const complete = lines.flatMap(({ accountId, debit, credit, ...line }, index): WrittenLine[] => {
    if (accountId !== null && debit !== null) return [{ ...line, accountId, debit }];
    if (accountId !== null && credit !== null) return [{ ...line, accountId, credit }];
    const pointer = `/lines/${index}/${accountId === null ? 'accountId' : 'debit'}`;
    errors.push({
      pointer,
      code: 'accounting.draft_incomplete',
      message: accountId === null ? 'choose an account' : 'give an amount',
    });
    return [];
  });
  if (errors.length > 0)
    throw new AtlasError('accounting.draft_incomplete', 'Each line needs an account and an amount.', { errors });
  return complete;
}
