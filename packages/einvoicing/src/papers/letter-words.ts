import type { Locale } from '@atlas/platform';

type Mailed = {
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly customer: string;
  readonly company: string;
};
type Taken = { readonly until: string; readonly amount: string; readonly rest: string };

/** What an invoice says besides what was sold, in the languages of customers. */
export type LetterWords = {
  readonly titles: Readonly<Record<'invoice' | 'credit_note', string>>;
  /** What stands on a document that was voided since. */
  readonly voided: { readonly mark: string; readonly told: (by: string) => string };
  readonly facts: Readonly<
    Record<
      'number' | 'date' | 'dueDate' | 'delivered' | 'reference' | 'customer' | 'taxNumber' | 'credited' | 'shipCountry',
      string
    >
  >;
  readonly columns: Readonly<Record<'position' | 'description' | 'quantity' | 'price' | 'discount' | 'tax' | 'net', string>>;
  readonly sums: Readonly<Record<'lines' | 'net' | 'tax' | 'total' | 'payable', string>>;
  readonly item: (code: string) => string;
  readonly taxOn: (name: string, base: string) => string;
  readonly taxInBooks: (currency: string) => string;
  readonly payBy: (day: string) => string;
  readonly instalments: string;
  readonly instalment: (day: string, amount: string) => string;
  readonly early: (taken: Taken) => string;
  readonly payTo: (account: string, number: string) => string;
  readonly creditedTo: string;
  /** The mail that it goes along with. */
  readonly mail: (mailed: Mailed) => { readonly subject: string; readonly text: string };
  /** Why there is no VAT, where the law asks for words of its own, by UNCL 5305. */
  readonly exemptions: Readonly<Record<string, string>>;
  readonly foot: Readonly<Record<'vatId' | 'taxNumber' | 'register', string>>;
};

const english: LetterWords = {
  titles: { invoice: 'Invoice', credit_note: 'Credit note' },
  voided: {
    mark: 'VOID',
    told: (by) => `This document was voided${by && ` by ${by}`}. Nothing is owed on it, and no VAT may be deducted by it.`,
  },
  facts: {
    number: 'Number',
    date: 'Date',
    dueDate: 'Due on',
    delivered: 'Delivered on',
    reference: 'Your reference',
    customer: 'Customer no.',
    taxNumber: 'Your VAT/tax no.',
    credited: 'Credits invoice',
    shipCountry: 'Delivered to',
  },
  columns: {
    ...{ position: 'No.', description: 'Description', quantity: 'Quantity' },
    ...{ price: 'Unit price', discount: 'Discount', tax: 'VAT', net: 'Net' },
  },
  sums: { lines: 'Sum of lines', net: 'Net total', tax: 'Tax', total: 'Total', payable: 'Amount to pay' },
  item: (code) => `Item ${code}`,
  taxOn: (name, base) => `${name} on ${base}`,
  taxInBooks: (currency) => `Tax in ${currency}`,
  payBy: (day) => `Payable by ${day} without deduction.`,
  instalments: 'Payable in instalments:',
  instalment: (day, amount) => `By ${day}: ${amount}`,
  early: ({ until, amount, rest }) => `Paid by ${until}, ${amount} may be taken off: ${rest} are left to pay.`,
  payTo: (account, number) => `Please pay to ${account}, and name ${number}.`,
  creditedTo: 'This amount is credited to your account with us.',
  mail: ({ kind, number, customer, company }) => ({
    subject: `${english.titles[kind]} ${number} from ${company}`,
    text: `Dear ${customer},\n\nplease find our ${kind === 'invoice' ? 'invoice' : 'credit note'} ${number} attached.\n\nKind regards\n${company}`,
  }),
  exemptions: {
    AE: 'Reverse charge: VAT is to be accounted for by the recipient.',
    K: 'Intra-community supply, exempt from VAT.',
    G: 'Export, exempt from VAT.',
  },
  foot: { vatId: 'VAT ID', taxNumber: 'Tax no.', register: 'Register' },
};

const german: LetterWords = {
  // "Gutschrift" is the law's word for an invoice that the buyer writes (§ 14 Abs. 2 UStG).
  titles: { invoice: 'Rechnung', credit_note: 'Rechnungskorrektur' },
  voided: {
    mark: 'STORNIERT',
    told: (by) =>
      `Dieser Beleg wurde storniert${by && ` durch ${by}`}. Aus ihm wird nichts geschuldet, und er berechtigt nicht zum Vorsteuerabzug.`,
  },
  facts: {
    number: 'Nummer',
    date: 'Datum',
    dueDate: 'Fällig am',
    delivered: 'Geliefert am',
    reference: 'Ihr Zeichen',
    customer: 'Kundennr.',
    taxNumber: 'Ihre USt-IdNr./St.-Nr.',
    credited: 'Zu Rechnung',
    shipCountry: 'Geliefert nach',
  },
  columns: {
    ...{ position: 'Pos.', description: 'Beschreibung', quantity: 'Menge' },
    ...{ price: 'Einzelpreis', discount: 'Rabatt', tax: 'USt', net: 'Netto' },
  },
  sums: { lines: 'Summe der Positionen', net: 'Netto gesamt', tax: 'Steuer', total: 'Gesamtbetrag', payable: 'Zu zahlen' },
  item: (code) => `Art.-Nr. ${code}`,
  taxOn: (name, base) => `${name} auf ${base}`,
  taxInBooks: (currency) => `Steuer in ${currency}`,
  payBy: (day) => `Zahlbar bis ${day} ohne Abzug.`,
  instalments: 'Zahlbar in Raten:',
  instalment: (day, amount) => `Bis ${day}: ${amount}`,
  early: ({ until, amount, rest }) => `Bei Zahlung bis ${until} ${amount} Skonto: zu zahlen sind dann ${rest}.`,
  payTo: (account, number) => `Bitte überweisen Sie auf ${account} und geben Sie ${number} an.`,
  creditedTo: 'Dieser Betrag wird Ihrem Konto bei uns gutgeschrieben.',
  mail: ({ kind, number, customer, company }) => ({
    subject: `${german.titles[kind]} ${number} von ${company}`,
    text: `Guten Tag ${customer},\n\nanbei erhalten Sie unsere ${german.titles[kind]} ${number}.\n\nMit freundlichen Grüßen\n${company}`,
  }),
  exemptions: {
    AE: 'Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).',
    K: 'Steuerfreie innergemeinschaftliche Lieferung.',
    G: 'Steuerfreie Ausfuhrlieferung.',
  },
  foot: { vatId: 'USt-IdNr.', taxNumber: 'Steuernr.', register: 'Register' },
};

export const letterWordsIn = (locale: Locale): LetterWords => (locale === 'de' ? german : english);
