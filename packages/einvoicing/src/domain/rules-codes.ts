import { currencies, isBusinessDate } from '@atlas/kernel';
import { isCountryCode } from './country-codes.ts';
import type { Address, EInvoice, VatCategory } from './e-invoice.ts';
import { categories } from './vat-families.ts';
import { invalid, type Rule, type Violation } from './violation.ts';

/** Codes that the standard knows and nobody keeps books in: currencies that were given up lately, metals and units of account. */
const otherCurrencies = 'ANG BGN CUC HRK SLL XAD XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX ZWL'.split(' ');
const knownCurrencies = new Set([...currencies, ...otherCurrencies]);

const listed = (
  rule: string,
  place: string,
  code: string | null,
  isListed: (code: string) => boolean,
  what: string,
): Violation[] => invalid(rule, place, code === null || isListed(code), `"${code?.slice(0, 40)}" is no ${what}.`);

const isCurrency = (code: string): boolean => knownCurrencies.has(code);

/** UNTDID 2005 as the standard restricts it: date of the invoice, of delivery, of payment. */
const taxPointCodes = new Set(['3', '35', '432']);

const head: Rule = ({ currency, taxCurrency, taxPointDateCode }) => [
  ...listed('BR-CL-04', '/currency', currency, isCurrency, 'currency of ISO 4217'),
  ...listed('BR-CL-05', '/taxCurrency', taxCurrency, isCurrency, 'currency of ISO 4217'),
  ...listed('BR-CL-06', '/taxPointDateCode', taxPointDateCode, (code) => taxPointCodes.has(code), 'tax point date code'),
];

const addressesOf = ({ seller, buyer, taxRepresentative, delivery }: EInvoice): (readonly [string, Address | null])[] => [
  ['/seller', seller.address],
  ['/buyer', buyer.address],
  ['/taxRepresentative', taxRepresentative?.address ?? null],
  ['/delivery', delivery?.address ?? null],
];

const countries: Rule = (invoice) =>
  addressesOf(invoice).flatMap(([who, address]) =>
    listed('BR-CL-14', `${who}/address/country`, address?.country ?? null, isCountryCode, 'country of ISO 3166-1'),
  );

const knownCategories = new Set(categories.map(({ code }) => code)).add('B');
const isCategory = (code: string): boolean => knownCategories.has(code);

const categorised = (rule: string, at: string, those: readonly { readonly vat: VatCategory | null }[]): Violation[] =>
  those.flatMap(({ vat }, index) => listed(rule, `${at}/${index}/vat/code`, vat?.code ?? null, isCategory, 'VAT category'));

const vatCategories: Rule = ({ lines, allowancesCharges, vatBreakdown }) => [
  ...categorised('BR-CL-18', '/lines', lines),
  ...categorised('BR-CL-17', '/allowancesCharges', allowancesCharges),
  ...categorised('BR-CL-17', '/vatBreakdown', vatBreakdown),
];

const days: Rule = ({ issueDate, dueDate, taxPointDate, period, delivery, precedingInvoices, lines }) => {
  const told: (readonly [string, string | null | undefined])[] = [
    ['/issueDate', issueDate],
    ['/dueDate', dueDate],
    ['/taxPointDate', taxPointDate],
    ['/delivery/date', delivery?.date],
    ['/period/start', period?.start],
    ['/period/end', period?.end],
    ...precedingInvoices.map((one, index) => [`/precedingInvoices/${index}/issueDate`, one.issueDate] as const),
    ...lines.flatMap((line, index) =>
      (['start', 'end'] as const).map((key) => [`/lines/${index}/period/${key}`, line.period?.[key]] as const),
    ),
  ];
  return told.flatMap(([place, day]) => listed('SYNTAX', place, day ?? null, isBusinessDate, 'day'));
};

/** Codes are of the lists that they are of (BR-CL-04 to -06, -14, -17 and -18), and days are days. */
export const codeRules = (invoice: EInvoice): Violation[] =>
  [head, countries, vatCategories, days].flatMap((rule) => rule(invoice));
