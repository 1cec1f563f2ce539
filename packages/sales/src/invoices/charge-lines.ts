import type { PostingTerms } from '@atlas/accounting';
import { type MoneyJson, moneyJson, present } from '@atlas/kernel';
import type { PricedPart } from '@atlas/tax';
import type { z } from 'zod';
import type { invoiceCharge, KeptCharge, newInvoiceCharge } from '../contract/charges.ts';
import type { PreparedLine } from './prepare-line.ts';

type NewCharge = z.output<typeof newInvoiceCharge>;
type InvoiceCharge = z.output<typeof invoiceCharge>;

type Part = {
  readonly description: string;
  readonly taxIds: readonly string[];
  readonly taxRate: string;
  readonly revenueAccountId: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly charge: KeptCharge | null;
};

const roles = { charge: 'sales', discount: 'discount_allowed' } as const;
const withoutSign = ({ amount }: MoneyJson): string => (amount.startsWith('-') ? amount.slice(1) : amount);

/** A part as a line of the document: one of what it comes to. */
function lineOfPart(part: Part, currency: string): PreparedLine {
  return {
    ...part,
    taxIds: [...part.taxIds],
    productId: null,
    quantity: '1',
    unitPrice: withoutSign(moneyJson(part.netMinor, currency)),
    discount: '0',
    taxCodeId: null,
    dimensions: [],
  };
}

/** The parts of the charges of a document, as lines of it. */
export function chargeLines(
  charges: readonly NewCharge[],
  parts: readonly PricedPart[],
  currency: string,
  posting: PostingTerms,
): PreparedLine[] {
  return parts.map(({ charge: index, ...part }) => {
    const written = present(charges[index], 'a part is of a charge');
    const { description, accountId, amount = null, share = null, through = null, kind, reasonCode, of, taxIds } = written;
    const charge = { position: index + 1, kind, reasonCode, amount, share, of, through, taxIds };
    const revenueAccountId = accountId ?? posting.accountFor(roles[kind]);
    return lineOfPart({ ...part, description, revenueAccountId, charge }, currency);
  });
}

/** The charges of a document, from the rows of their parts. */
export function chargesOfRows(rows: readonly Part[], currency: string): InvoiceCharge[] {
  const charges = Map.groupBy(
    rows.flatMap(({ charge, ...row }) => (charge ? [{ ...row, charge }] : [])),
    ({ charge }) => charge.position,
  );
  return [...charges.values()].map((parts) => {
    const { charge, description, revenueAccountId } = present(parts[0], 'a group has a member');
    const sum = (of: (part: Part) => bigint) =>
      moneyJson(
        parts.reduce((total, part) => total + of(part), 0n),
        currency,
      );
    return {
      ...charge,
      description,
      accountId: revenueAccountId,
      net: sum(({ netMinor }) => netMinor),
      tax: sum(({ taxMinor }) => taxMinor),
      parts: parts.map(({ taxIds, taxRate, netMinor, taxMinor }) => ({
        taxIds: [...taxIds],
        taxRate,
        net: moneyJson(netMinor, currency),
        tax: moneyJson(taxMinor, currency),
      })),
    };
  });
}

/** The parts of charges that were kept, as lines to be posted. */
export const linesOfCharges = (
  { charges, currency }: { readonly charges: readonly InvoiceCharge[]; readonly currency: string },
  minor: (money: MoneyJson) => bigint,
): PreparedLine[] =>
  charges.flatMap(({ net: _net, tax: _tax, parts, accountId, description, ...charge }) =>
    parts.map(({ net, tax, ...part }) => {
      const amounts = { netMinor: minor(net), taxMinor: minor(tax) };
      return lineOfPart({ ...part, ...amounts, description, revenueAccountId: accountId, charge }, currency);
    }),
  );
