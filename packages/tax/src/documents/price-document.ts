import { type BusinessDate, type Currency, decimal, decimalText, exponentOf } from '@atlas/kernel';
import type { WrittenCharge } from '../contract/charges.ts';
import { chargeDocument } from '../domain/charges.ts';
import type { Unit } from '../domain/fraction.ts';
import type { TaxedDocument, TaxUnits } from '../domain/rounded.ts';
import { isOwed, type TaxOperation } from '../domain/tax.ts';
import { unsaid } from '../settings/settings.repository.ts';
import type { TaxRow } from '../taxes/taxes.repository.ts';
import { chargesOf } from './charges-of.ts';
import type { TaxTerms } from './tax-terms.repository.ts';
import { type TaxesOn, taxesOn } from './taxes-on.ts';
import { withinReach } from './within-reach.ts';

/** A document before it is priced. `taxIds` are taxes and groups in any order. */
export type Unpriced = {
  readonly date: BusinessDate;
  readonly currency: Currency;
  readonly lines: readonly {
    readonly quantity: string;
    readonly unitPrice: string;
    /** Share taken off: 0.15 is 15 % */
    readonly discount: string;
    readonly taxIds: readonly string[];
  }[];
  readonly charges?: readonly WrittenCharge[];
};

/** `taxRate` is what its tax of percent is, where the line owes one and no other; otherwise 0. */
export type PricedLine = { readonly netMinor: bigint; readonly taxMinor: bigint; readonly taxRate: string };

/** Part of a charge, with the taxes that it owes: a discount's is below zero. */
export type PricedPart = PricedLine & {
  /** Its index among the charges */ readonly charge: number;
  readonly taxIds: readonly string[];
};

/** What one tax of a document comes to. */
export type PricedTax = {
  readonly taxId: string;
  readonly operation: TaxOperation;
  /** What the tax is on the day of the document */
  readonly value: string;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
  readonly salesAccountId: string | null;
  readonly purchaseAccountId: string | null;
};

/** gross = net + tax; what is paid is gross without what is withheld. Lines and parts of charges add up to the document. */
export type Priced = {
  readonly lines: readonly PricedLine[];
  readonly charges: readonly PricedPart[];
  readonly taxes: readonly PricedTax[];
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly withheldMinor: bigint;
};

function pricedLine({ net, taxes }: TaxedDocument['lines'][number]): PricedLine {
  const owed = taxes.filter(({ tax }) => isOwed(tax));
  const [only] = owed.length === 1 ? owed : [];
  return {
    netMinor: net,
    taxMinor: owed.reduce((sum, { amount }) => sum + amount, 0n),
    taxRate: only?.tax.kind === 'percent' ? decimalText(only.tax.value) : '0',
  };
}

function pricedTax({ tax, base, amount }: TaxUnits, rows: TaxesOn['rows']): PricedTax {
  const { salesAccountId, purchaseAccountId } = rows.get(tax.key) as TaxRow;
  return {
    taxId: tax.key,
    operation: tax.operation,
    value: decimalText(tax.value),
    baseMinor: withinReach(base),
    amountMinor: withinReach(amount),
    salesAccountId,
    purchaseAccountId,
  };
}

/**
 * Prices documents with the taxes of `terms`: by the rounding of the workspace, with the taxes as they are on the day of each.
 *
 * @returns prices one document; `at` is its JSON pointer in the input
 * @throws AtlasError `tax.unknown_tax`, `tax.not_in_force`, `tax.invalid_charge`, `tax.indivisible`, `tax.amount_too_large`
 */
export function pricing({ settings, taxes: loaded }: TaxTerms): (document: Unpriced, at: string) => Priced {
  const { rounding, tie } = settings ?? unsaid;
  const taxes = taxesOn(loaded);
  return ({ date, currency, lines, charges }, at) => {
    const unit: Unit = { step: { coefficient: 1n, scale: exponentOf(currency) }, tie };
    const written = lines.map(({ quantity, unitPrice, discount, taxIds }, index) => ({
      quantity: decimal(quantity),
      unitPrice: decimal(unitPrice),
      discount: decimal(discount),
      taxes: taxes.of(taxIds, date, `${at}/lines/${index}/taxIds`),
    }));
    const charged = chargeDocument(written, chargesOf({ date, currency, charges }, taxes, at), rounding, unit);
    const { net, tax, gross, withheld, ...taxed } = charged.document;
    const priced = taxed.lines.map(pricedLine);
    return {
      lines: priced.slice(0, lines.length),
      charges: charged.parts.map((charge, index) => ({
        ...(priced[lines.length + index] as PricedLine),
        charge,
        taxIds: (charged.lines[lines.length + index] as (typeof written)[number]).taxes.map(({ key }) => key),
      })),
      taxes: taxed.taxes.map((each) => pricedTax(each, taxes.rows)),
      netMinor: net,
      taxMinor: tax,
      grossMinor: gross,
      withheldMinor: withheld,
    };
  };
}
