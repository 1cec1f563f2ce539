import { AtlasError, type BusinessDate } from '@atlas/kernel';
import { type ImportOutcome, type ImportRecord, refusedBy, textOrNull } from '@atlas/platform';
import { z } from 'zod';
import { postJournal } from '../contract/journals.ts';
import { openingAmount } from '../domain/opening-row.ts';

const { date } = postJournal.input.shape;

const shape = z.object({
  account: z.string().trim().min(1).max(20),
  party: z.string().trim().max(40).nullable(),
  reference: z.string().trim().max(100),
  date: date.nullable(),
  dueOn: date.nullable(),
});

export type SaidOpening = Readonly<z.output<typeof shape>> & {
  readonly sequence: number;
  /** Debit positive; null when there is nothing to open. */
  readonly amountMinor: bigint | null;
};

/** What a row says by itself, or why it says nothing that could be posted. */
export function readOpening({ sequence, values }: ImportRecord, currency: string): SaidOpening | ImportOutcome {
  const parsed = shape.safeParse({
    account: values.account ?? '',
    party: textOrNull(values.party),
    reference: values.reference ?? '',
    date: textOrNull(values.date),
    dueOn: textOrNull(values.dueOn),
  });
  if (!parsed.success) return refusedBy(parsed.error, sequence);
  try {
    return {
      ...parsed.data,
      sequence,
      amountMinor: openingAmount(textOrNull(values.debit), textOrNull(values.credit), currency),
    };
  } catch (error) {
    if (error instanceof AtlasError) return refusedOpening(sequence, error.message, error.code);
    throw error;
  }
}

/** A row that cannot be posted, and why. */
export const refusedOpening = (sequence: number, message: string, code = 'accounting.invalid_opening'): ImportOutcome => ({
  sequence,
  status: 'refused',
  code,
  message,
});

/** The day of an opening balance: what its row says, or the first day of the books. */
export const dayOf = ({ date: said }: SaidOpening, firstDay: BusinessDate): BusinessDate => said ?? firstDay;
