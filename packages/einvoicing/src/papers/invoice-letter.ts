import { exponentOf, type MoneyJson, moneyFromJson, moneyJson } from '@atlas/kernel';
import { postalLines } from '@atlas/parties';
import type { PostedTerms } from '@atlas/payments';
import { type BusinessLetter, dayText, type EnclosedFile, figureText, type Locale } from '@atlas/platform';
import type { EInvoice } from '../domain/e-invoice.ts';
import { vatOf } from '../domain/invoice-lines.ts';
import type { Sold } from '../domain/sold.ts';
import type { loadSold } from '../invoices/load-sold.ts';
import { percentText, sumsOf } from './letter-sums.ts';
import { type LetterWords, letterWordsIn } from './letter-words.ts';

/** A posted document with what its letter says of it. */
export type Printed = Awaited<ReturnType<typeof loadSold>> & {
  readonly written: EInvoice;
  readonly terms: PostedTerms;
  readonly locale: Locale;
  /** It says that it was voided, and asks for no money. */
  readonly isVoided: boolean;
};

const said = (...parts: readonly (string | null | undefined)[]): string[] => parts.flatMap((part) => part || []);

const countryIn = (code: string, locale: Locale): string => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;

/** Abroad the country is named; where a country is none that is known, as it was written. */
function addressOf({ buyer, seller }: Sold, locale: Locale): string[] {
  const { name, address } = buyer;
  if (!address) return [name];
  const { country, countryName } = address;
  const abroad = country === null ? countryName : country === seller.country ? null : countryIn(country, locale);
  return [name, ...postalLines(address, abroad)];
}

function factsOf({ sold, written, invoice, isVoided }: Printed, words: LetterWords, locale: Locale): [string, string][] {
  const { facts } = words;
  const day = (date: string) => dayText(date, locale);
  const delivered = written.delivery?.date;
  const rows: [string, string | null][] = [
    [facts.number, sold.number],
    [facts.date, day(sold.date)],
    [facts.dueDate, sold.kind === 'invoice' && !isVoided ? day(sold.dueDate) : null],
    [facts.credited, sold.credited && `${sold.credited.number}, ${day(sold.credited.date)}`],
    [facts.delivered, delivered ? day(delivered) : null],
    [facts.shipCountry, sold.shipCountry ? countryIn(sold.shipCountry, locale) : invoice.shipCountry],
    [facts.customer, sold.buyer.code],
    [facts.reference, sold.reference],
    [facts.taxNumber, sold.buyer.taxNumber],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value]] : []));
}

/** A price with the decimals of its currency at least; it may have more. */
function priceIn(currency: string, price: string): string {
  const [whole = '', decimals = ''] = price.split('.');
  const padded = decimals.padEnd(exponentOf(currency), '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}

/** The table of lines; discounts have a column where a line has one. */
function tableOf({ sold }: Printed, words: LetterWords, locale: Locale): Pick<BusinessLetter, 'columns' | 'rows'> {
  const { columns } = words;
  const hasDiscounts = sold.lines.some(({ discount }) => /[1-9]/.test(discount));
  const figure = (label: string) => ({ label, kind: 'figure' as const });
  return {
    columns: [
      figure(columns.position),
      { label: columns.description, kind: 'text' },
      figure(columns.quantity),
      figure(columns.price),
      ...(hasDiscounts ? [figure(columns.discount)] : []),
      figure(columns.tax),
      figure(`${columns.net} ${sold.currency}`),
    ],
    rows: sold.lines.map((line) => [
      String(line.position),
      said(line.description, line.productCode && words.item(line.productCode)).join('\n'),
      said(figureText(line.quantity, locale), line.unit).join(' '),
      figureText(priceIn(sold.currency, line.unitPrice), locale),
      ...(hasDiscounts ? [/[1-9]/.test(line.discount) ? percentText(line.discount, locale) : ''] : []),
      vatOf(line, sold).code === 'S' ? percentText(line.taxRate, locale) : '–',
      figureText(line.net, locale),
    ]),
  };
}

/** An account number in groups of four, as people read it. */
const inGroups = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** When and where to it is to be paid, and what paying early takes off. */
function paymentOf({ sold, invoice, terms, isVoided }: Printed, words: LetterWords, locale: Locale): string[] {
  if (isVoided) return [];
  if (sold.kind === 'credit_note') return [words.creditedTo];
  if (!/[1-9]/.test(invoice.payable.amount)) return [];
  const amount = ({ amount: text, currency }: MoneyJson) => `${figureText(text, locale)} ${currency}`;
  const day = (date: string) => dayText(date, locale);
  const { instalments, discount } = terms;
  const parts = instalments.map((part) => words.instalment(day(part.dueOn), amount(part.amount)));
  const { seller, number } = sold;
  const account = said(seller.iban && `IBAN ${inGroups(seller.iban)}`, seller.bic && `BIC ${seller.bic}`).join(', ');
  const rest = (taken: MoneyJson) => moneyJson(moneyFromJson(invoice.payable).minor - moneyFromJson(taken).minor, taken.currency);
  return said(
    parts.length > 1 ? [words.instalments, ...parts].join('\n') : words.payBy(day(sold.dueDate)),
    discount && words.early({ until: day(discount.until), amount: amount(discount.amount), rest: amount(rest(discount.amount)) }),
    seller.iban && words.payTo(account, number),
  );
}

/** Why something has no VAT, in the words that the law of the language asks for, or else as the taxes say it. */
const exemptionsOf = ({ written }: Printed, words: LetterWords): string[] => [
  ...new Set(
    written.vatBreakdown.flatMap(({ vat, exemptionReason }) =>
      said(words.exemptions[vat.code ?? ''] ?? null, vat.code === 'AE' ? null : exemptionReason),
    ),
  ),
];

function footOf({ seller }: Sold, words: LetterWords): string[][] {
  const { foot } = words;
  const columns = [
    [seller.name, ...postalLines({ ...seller, region: null }, null)],
    said(seller.contactName, seller.contactPhone, seller.contactEmail),
    said(
      seller.registrationNumber && `${foot.register} ${seller.registrationNumber}`,
      seller.vatId && `${foot.vatId} ${seller.vatId}`,
      seller.taxNumber && `${foot.taxNumber} ${seller.taxNumber}`,
    ),
    said(seller.iban && `IBAN ${inGroups(seller.iban)}`, seller.bic && `BIC ${seller.bic}`),
  ];
  return columns.filter((lines) => lines.length > 0);
}

/**
 * An invoice or credit note as a letter to its customer. It is kept as it was issued, and so it says nothing of what was paid since, nor
 * of what is still open: that is told by the statement of account. @param enclosed its electronic invoice; null where it has none
 */
export function invoiceLetter(printed: Printed, enclosed: EnclosedFile | null): BusinessLetter {
  const { sold, invoice, locale, isVoided } = printed;
  const words = letterWordsIn(locale);
  return {
    locale,
    date: sold.date,
    sender: { name: sold.seller.name, lines: postalLines({ ...sold.seller, region: null }, null) },
    address: addressOf(sold, locale),
    facts: factsOf(printed, words, locale),
    title: `${words.titles[sold.kind]} ${sold.number}${isVoided ? ` – ${words.voided.mark}` : ''}`,
    text: isVoided ? [words.voided.told(invoice.creditNotes.map(({ number }) => number).join(', '))] : [],
    ...tableOf(printed, words, locale),
    sums: sumsOf(invoice, words, locale),
    closing: [...exemptionsOf(printed, words), ...paymentOf(printed, words, locale), ...said(sold.note)],
    foot: footOf(sold, words),
    enclosed,
  };
}
