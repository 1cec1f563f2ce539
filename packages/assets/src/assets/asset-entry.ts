import type { NewEntry } from '@atlas/accounting';
import { type BusinessDate, uuidv7 } from '@atlas/kernel';
import type { Line } from '../domain/asset-entries.ts';

type About = {
  readonly date: BusinessDate;
  readonly description: string;
  readonly currency: string;
  readonly sourceKind: 'assets.asset' | 'assets.deferral';
  readonly sourceId: string;
  readonly reversalOfId?: string;
};

/** A journal entry of these lines. */
export function entryOf({ currency, ...about }: About, lines: readonly Line[]): NewEntry {
  const rest = { partyId: null, description: null, currency };
  return { id: uuidv7(), ...about, lines: lines.map((line) => ({ ...line, ...rest })) };
}
