/**
 * The semantic model of EN 16931-1: what an electronic invoice says, in whichever syntax. Amounts, quantities and rates
 * are decimals as the document wrote them; days are ISO dates. Null is what the document does not say.
 */
export type EInvoice = {
  readonly kind: 'invoice' | 'credit_note';
  /** Specification identifier, BT-24 */
  readonly specification: string | null;
  /** Business process type, BT-23 */
  readonly process: string | null;
  /** BT-1 */
  readonly number: string | null;
  /** BT-2 */
  readonly issueDate: string | null;
  /** UNTDID 1001, BT-3 */
  readonly typeCode: string | null;
  /** BT-5 */
  readonly currency: string | null;
  /** VAT accounting currency, BT-6 */
  readonly taxCurrency: string | null;
  /** BT-7 */
  readonly taxPointDate: string | null;
  /** BT-8 */
  readonly taxPointDateCode: string | null;
  /** BT-9 */
  readonly dueDate: string | null;
  /** BT-10 */
  readonly buyerReference: string | null;
  /** BT-12 */
  readonly contractReference: string | null;
  /** BT-13 */
  readonly orderReference: string | null;
  /** What currencies single amounts name (`currencyID`): each once, in order of the alphabet */
  readonly amountCurrencies: readonly string[];
  /** BG-1 */
  readonly notes: readonly Note[];
  /** BG-3 */
  readonly precedingInvoices: readonly PrecedingInvoice[];
  /** BG-4 */
  readonly seller: Party;
  /** BG-7 */
  readonly buyer: Party;
  /** BG-10 */
  readonly payee: Payee | null;
  /** BG-11 */
  readonly taxRepresentative: TaxRepresentative | null;
  /** BG-13 */
  readonly delivery: Delivery | null;
  /** The object that is invoiced, with the code of UNTDID 1153 that it is known by, BT-18 */
  readonly objectReference: Identifier | null;
  /** BG-24 */
  readonly supportingDocuments: readonly SupportingDocument[];
  /** BG-14 */
  readonly period: Period | null;
  /** What a payment shall say, BT-83 */
  readonly remittance: string | null;
  /** What the buyer allowed to be debited by, BT-89; the standard has room for one. */
  readonly mandates: readonly string[];
  /** BG-16 */
  readonly payments: readonly PaymentInstruction[];
  /** BT-20 */
  readonly paymentTerms: string | null;
  /** Of the document, BG-20 and BG-21 */
  readonly allowancesCharges: readonly AllowanceCharge[];
  /** BG-22 */
  readonly totals: Totals;
  /** BG-23 */
  readonly vatBreakdown: readonly VatBreakdown[];
  /** BG-25 */
  readonly lines: readonly Line[];
};

/** BG-1 */
export type Note = { /** UNTDID 4451, BT-21 */ readonly subject: string | null /** BT-22 */; readonly text: string | null };

export type PrecedingInvoice = { /** BT-25 */ readonly number: string | null /** BT-26 */; readonly issueDate: string | null };

/** An identifier with the scheme that it belongs to. */
export type Identifier = { readonly id: string; readonly scheme: string | null };

/** BG-4 and BG-7 */
export type Party = {
  /** BT-34, BT-49 */
  readonly electronicAddress: Identifier | null;
  /** BT-29, BT-46 */
  readonly identifiers: readonly Identifier[];
  /** BT-28, BT-45 */
  readonly tradingName: string | null;
  /** BG-5, BG-8 */
  readonly address: Address | null;
  /** BT-31 and BT-48 with the scheme `VAT`; BT-32 with another */
  readonly taxRegistrations: readonly TaxRegistration[];
  /** BT-27, BT-44 */
  readonly name: string | null;
  /** BT-30, BT-47 */
  readonly legalRegistration: Identifier | null;
  /** BG-6, BG-9 */
  readonly contact: Contact | null;
};

export type TaxRegistration = { readonly id: string | null; readonly scheme: string | null };

/** BG-5, BG-8, BG-12, BG-15 */
export type Address = {
  readonly street: string | null;
  readonly additionalStreet: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2: BT-40, BT-55, BT-69, BT-80 */
  readonly country: string | null;
};

export type Contact = { readonly name: string | null; readonly phone: string | null; readonly email: string | null };
/** BG-10 */
export type Payee = {
  /** BT-60 */
  readonly identifiers: readonly Identifier[];
  /** BT-59 */
  readonly name: string | null;
  /** BT-61 */
  readonly legalRegistration: Identifier | null;
};
/** BG-11 */
export type TaxRepresentative = {
  /** BT-62 */
  readonly name: string | null;
  /** BG-12 */
  readonly address: Address | null;
  /** BT-63 */
  readonly taxRegistrations: readonly TaxRegistration[];
};
/** BG-13 */
export type Delivery = {
  /** BT-72 */
  readonly date: string | null;
  /** BT-71 */
  readonly location: Identifier | null;
  /** BG-15 */
  readonly address: Address | null;
};
/** BG-24 */
export type SupportingDocument = {
  /** BT-122 */
  readonly reference: string | null;
  /** BT-123 */
  readonly description: string | null;
  /** BT-124 */
  readonly location: string | null;
  /** BT-125 */
  readonly attachment: Attachment | null;
};

/** BT-125: a file inside the document. */
export type Attachment = {
  /** BT-125-1 */
  readonly mimeCode: string | null;
  /** BT-125-2 */
  readonly fileName: string | null;
  /** In base64 */
  readonly content: string | null;
};
/** BG-14, BG-26 */
export type Period = { readonly start: string | null; readonly end: string | null };

/** BG-16 */
export type PaymentInstruction = {
  /** UNTDID 4461, BT-81 */
  readonly meansCode: string | null;
  /** BT-84 */
  readonly account: string | null;
  /** BT-85 */
  readonly accountName: string | null;
  /** BT-86 */
  readonly bic: string | null;
  /** The end of a card's number, BT-87 */
  readonly cardNumber: string | null;
};

/** BG-20, BG-21, BG-27, BG-28: an allowance, or a charge. */
export type AllowanceCharge = {
  readonly charge: boolean;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly percentage: string | null;
  readonly amount: string | null;
  readonly baseAmount: string | null;
  /** Of the document only */
  readonly vat: VatCategory | null;
};

export type VatCategory = { /** UNCL 5305 */ readonly code: string | null /** In percent */; readonly rate: string | null };

/** BG-22 */
export type Totals = {
  /** BT-106 */
  readonly lines: string | null;
  /** BT-107 */
  readonly allowances: string | null;
  /** BT-108 */
  readonly charges: string | null;
  /** BT-109 */
  readonly withoutVat: string | null;
  /** BT-110 */
  readonly vat: string | null;
  /** BT-111 */
  readonly vatInTaxCurrency: string | null;
  /** BT-112 */
  readonly withVat: string | null;
  /** BT-113 */
  readonly paid: string | null;
  /** BT-114 */
  readonly rounding: string | null;
  /** BT-115 */
  readonly due: string | null;
};

/** BG-23 */
export type VatBreakdown = {
  /** BT-116 */
  readonly taxable: string | null;
  /** BT-117 */
  readonly tax: string | null;
  /** BT-118, BT-119 */
  readonly vat: VatCategory;
  /** BT-120 */
  readonly exemptionReason: string | null;
  /** BT-121 */
  readonly exemptionCode: string | null;
};

/** BG-25 */
export type Line = {
  /** BT-126 */
  readonly id: string | null;
  /** BT-127 */
  readonly note: string | null;
  /** BT-129 */
  readonly quantity: string | null;
  /** BT-130 */
  readonly unit: string | null;
  /** BT-131 */
  readonly net: string | null;
  /** BG-26 */
  readonly period: Period | null;
  /** BT-128 */
  readonly objectReference: Identifier | null;
  /** BG-27, BG-28 */
  readonly allowancesCharges: readonly AllowanceCharge[];
  /** BG-29 */
  readonly price: Price;
  /** BT-153 */
  readonly name: string | null;
  /** BT-154 */
  readonly description: string | null;
  /** BT-155 */
  readonly sellerItem: string | null;
  /** BT-157 */
  readonly standardItem: Identifier | null;
  /** ISO 3166-1 alpha-2, BT-159 */
  readonly originCountry: string | null;
  /** BT-158 with the list that each is of */
  readonly classifications: readonly Identifier[];
  /** BG-32 */
  readonly attributes: readonly ItemAttribute[];
  /** BG-30 */
  readonly vat: VatCategory | null;
};

/** BG-32 */
export type ItemAttribute = { /** BT-160 */ readonly name: string | null /** BT-161 */; readonly value: string | null };

/** BG-29 */
export type Price = {
  /** BT-146 */
  readonly net: string | null;
  /** BT-147 */
  readonly discount: string | null;
  /** BT-148 */
  readonly gross: string | null;
  /** BT-149 */
  readonly baseQuantity: string | null;
};
