import {
  AtlasError,
  add,
  amountText,
  type Decimal,
  decimal,
  decimalOf,
  money,
  moneyOf,
  multiply,
  roundToMoney,
  zero,
} from '@atlas/kernel';
import type { NamedValue } from './line-dimensions.ts';

/** What a line of a template comes to: an amount, a share of the amount that the template is used with, or to be filled in. */
export type TemplateLine = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: string | null;
  readonly side: 'debit' | 'credit';
  readonly dimensions?: readonly NamedValue[];
} & (
  | { readonly kind: 'fixed'; readonly amount: string }
  | { readonly kind: 'share'; readonly share: string }
  | { readonly kind: 'blank' }
);

export type FilledLine = Pick<TemplateLine, 'accountId' | 'partyId' | 'description' | 'dimensions'> & {
  readonly debit?: string;
  readonly credit?: string;
};

type Side = TemplateLine['side'];
const sides: readonly Side[] = ['debit', 'credit'];

/**
 * The shares of one side in minor units. When they are the whole together, so are their amounts: each is rounded as the
 * difference of two running totals, so that no cent is lost and none is off by more than one.
 */
function sharesOf(lines: readonly TemplateLine[], side: Side, amount: string, currency: string): Map<TemplateLine, bigint> {
  const base = decimalOf(moneyOf(amount, currency));
  const found = new Map<TemplateLine, bigint>();
  let share: Decimal = zero;
  let told = 0n;
  for (const line of lines) {
    if (line.kind !== 'share' || line.side !== side) continue;
    share = add(share, decimal(line.share));
    const { minor } = roundToMoney(multiply(base, share), currency);
    found.set(line, minor - told);
    told = minor;
  }
  return found;
}

/**
 * The lines of a journal from a template.
 *
 * @param amount what shares are of; needed when there are any
 * @param blanks amounts by the position of their lines (from 1); what is not given stays empty
 * @throws AtlasError `accounting.template_needs_amount`
 */
export function fillTemplate(
  lines: readonly TemplateLine[],
  amount: string | null,
  blanks: Readonly<Record<string, string>>,
  currency: string,
): FilledLine[] {
  if (amount === null && lines.some(({ kind }) => kind === 'share'))
    throw new AtlasError('accounting.template_needs_amount', 'This template shares out an amount: say which.');
  const shares = new Map(sides.flatMap((side) => [...sharesOf(lines, side, amount ?? '0', currency)]));
  return lines.map((line, index) => {
    const { accountId, partyId, description, dimensions, side } = line;
    const share = shares.get(line);
    const given = share === undefined ? undefined : amountText(money(share, currency));
    const value = line.kind === 'fixed' ? line.amount : line.kind === 'blank' ? blanks[String(index + 1)] : given;
    return {
      accountId,
      partyId,
      description,
      ...(dimensions ? { dimensions } : {}),
      ...(value === undefined ? {} : { [side]: value }),
    };
  });
}
