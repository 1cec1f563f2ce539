import type { Exemption } from './exemption.ts';

/** A posted invoice or credit note with those it is between: what an electronic invoice is written from. */
export type Sold = {
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly date: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly reference: string | null;
  readonly note: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly shipCountry: string | null;
  readonly credited: { readonly number: string; readonly date: string } | null;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  /** Its tax in the currency of the books */
  readonly inBooks: { readonly currency: string; readonly tax: string } | null;
  /** What the buyer keeps back */
  readonly withheld: string;
  readonly lines: readonly SoldLine[];
  /** Charges of the document and discounts on it: a part for each set of taxes. */
  readonly charges: readonly SoldCharge[];
  readonly seller: SoldBy;
  readonly buyer: SoldTo;
};

/** What a line, or a part of a charge, comes to, and what it is to VAT. */
export type Taxed = {
  /** Share of the net */
  readonly taxRate: string;
  /** Why it owes no VAT, where its taxes say so */
  readonly exemption: Exemption | null;
  readonly net: string;
  readonly tax: string;
};

/** Its net is below zero when it is taken off. */
export type SoldCharge = Taxed & { readonly description: string; readonly reasonCode: string | null };

export type SoldLine = Taxed & {
  readonly position: number;
  readonly productCode: string | null;
  readonly description: string;
  readonly quantity: string;
  /** What it is counted in, as the catalogue calls it */
  readonly unit: string | null;
  readonly unitPrice: string;
  /** Share taken off: 0.15 is 15 % */
  readonly discount: string;
};

type Place = {
  readonly street: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
};

export type SoldBy = Place & {
  readonly name: string;
  readonly vatId: string | null;
  readonly taxNumber: string | null;
  readonly registrationNumber: string | null;
  readonly electronicScheme: string | null;
  readonly electronicAddress: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly zeroRateCategory: string | null;
  readonly zeroRateReason: string | null;
};

export type SoldTo = {
  readonly code: string;
  readonly name: string;
  readonly taxNumber: string | null;
  readonly email: string | null;
  readonly address:
    | (Place & {
        readonly region: string | null;
        /** The country as somebody wrote it, also where that is none of the standard's */
        readonly countryName: string | null;
      })
    | null;
};
