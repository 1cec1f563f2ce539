/** What the standard asks of a VAT category (UNCL 5305), by the name that its rules have. */
export type VatFamily = {
  readonly code: string;
  /** The middle of its rules' names: `BR-IC-05` */
  readonly name: string;
  readonly rate: 'positive' | 'any' | 'zero' | 'none';
  /** Whose VAT identifiers are needed; none are allowed where there is no VAT. */
  readonly registration: 'seller' | 'both' | 'none';
  /** A number of the local tax office (BT-32) is not enough. */
  readonly sellerVatOnly: boolean;
  /** A legal registration of the buyer (BT-47) is enough. */
  readonly buyerMayBeLegal: boolean;
  /** A reason is needed; elsewhere it is not allowed. */
  readonly reason: boolean;
};

const usual = { registration: 'seller', sellerVatOnly: false, buyerMayBeLegal: false, reason: false } as const;

export const categories: readonly VatFamily[] = [
  { ...usual, code: 'S', name: 'S', rate: 'positive' },
  { ...usual, code: 'Z', name: 'Z', rate: 'zero' },
  { ...usual, code: 'E', name: 'E', rate: 'zero', reason: true },
  { ...usual, code: 'AE', name: 'AE', rate: 'zero', registration: 'both', buyerMayBeLegal: true, reason: true },
  { ...usual, code: 'K', name: 'IC', rate: 'zero', registration: 'both', sellerVatOnly: true, reason: true },
  { ...usual, code: 'G', name: 'G', rate: 'zero', sellerVatOnly: true, reason: true },
  { ...usual, code: 'O', name: 'O', rate: 'none', registration: 'none', sellerVatOnly: true, reason: true },
  { ...usual, code: 'L', name: 'AF', rate: 'any' },
  { ...usual, code: 'M', name: 'AG', rate: 'any' },
];
