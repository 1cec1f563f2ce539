import { AtlasError } from '@atlas/kernel';
import type { DatedValue } from './effective-value.ts';
import type { TaxKind, TaxOperation } from './tax.ts';

/** What somebody says a tax is. */
export type TaxTerms = {
  readonly kind: TaxKind | 'group';
  readonly operation: TaxOperation;
  readonly included: boolean;
  readonly affectsBase: boolean;
  readonly exemptionCode: string | null;
  readonly exemptionReason: string | null;
  readonly rates: readonly DatedValue[];
  readonly memberIds: readonly string[];
};

const days = ({ rates }: TaxTerms): number => new Set(rates.map(({ validFrom }) => validFrom)).size;
const isNothing = (rate: DatedValue): boolean => rate.value.coefficient === 0n;
const isBelow = ({ value }: DatedValue, limit: bigint): boolean => value.coefficient < limit * 10n ** BigInt(value.scale);

/** What does not go together, with the field that says it; in the order in which people fill them in. */
const refusals: readonly [field: string, message: string, refused: (terms: TaxTerms) => boolean][] = [
  [
    'memberIds',
    'A group has taxes, a surtax is on taxes, and nothing else names any.',
    (t) => (t.kind === 'group' || t.kind === 'surtax') !== t.memberIds.length > 0,
  ],
  [
    'rates',
    'A tax is something from some day on; a group is what its taxes are.',
    (t) => (t.kind === 'group') === t.rates.length > 0,
  ],
  ['rates', 'A tax is one thing on one day.', (t) => days(t) !== t.rates.length],
  ['rates', 'A share is below 10, that is 1000 %.', (t) => t.kind !== 'fixed' && !t.rates.every((rate) => isBelow(rate, 10n))],
  ['rates', 'A tax that is exempt comes to nothing.', (t) => t.operation === 'exempt' && !t.rates.every(isNothing)],
  [
    'included',
    'What is not owed with the price is not in it, and not in the base of other taxes.',
    (t) => ['reverse_charge', 'withholding'].includes(t.operation) && (t.included || t.affectsBase),
  ],
  [
    'exemptionCode',
    'What is exempt says why, and nothing else does.',
    (t) => (t.operation === 'exempt') !== (t.exemptionCode !== null) || (t.operation !== 'exempt' && t.exemptionReason !== null),
  ],
  ['operation', 'A group is what its taxes are.', (t) => t.kind === 'group' && t.operation !== 'domestic'],
];

/** @throws AtlasError `tax.invalid_terms` */
export function checkTerms(terms: TaxTerms): void {
  const found = refusals.find(([, , refused]) => refused(terms));
  if (!found) return;
  const [field, message] = found;
  throw new AtlasError('tax.invalid_terms', message, {
    errors: [{ pointer: `/${field}`, code: 'tax.invalid_terms', message }],
  });
}
