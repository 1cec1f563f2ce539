import { currencies, isBusinessDate } from '@atlas/kernel';
import {
  addressSchemes,
  allowanceReasons,
  chargeReasons,
  classificationLists,
  documentTypes,
  exemptionReasons,
  isIdentifierScheme,
  mimeCodes,
  paymentMeans,
  taxPointCodes,
} from './code-lists.ts';
import { isCountryCode } from './country-codes.ts';
import type { Address, AllowanceCharge, EInvoice, Identifier, Party, VatCategory } from './e-invoice.ts';
import { noteSubjects } from './note-subjects.ts';
import { referenceCodes } from './reference-codes.ts';
import { isUnitCode } from './unit-codes.ts';
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

const head: Rule = ({ kind, typeCode, currency, taxCurrency, taxPointDateCode, payments }) => [
  ...listed('BR-CL-01', '/typeCode', typeCode, (code) => documentTypes[kind].has(code), `type of ${kind.replace('_', ' ')}`),
  ...listed('BR-CL-04', '/currency', currency, isCurrency, 'currency of ISO 4217'),
  ...listed('BR-CL-05', '/taxCurrency', taxCurrency, isCurrency, 'currency of ISO 4217'),
  ...listed('BR-CL-06', '/taxPointDateCode', taxPointDateCode, (code) => taxPointCodes.has(code), 'tax point date code'),
  ...payments.flatMap(({ meansCode }, index) =>
    listed('BR-CL-16', `/payments/${index}/meansCode`, meansCode, (code) => paymentMeans.has(code), 'means of payment'),
  ),
];

const contents: Rule = ({ amountCurrencies, notes, supportingDocuments }) => [
  ...amountCurrencies.flatMap((currency, index) =>
    listed('BR-CL-03', `/amountCurrencies/${index}`, currency, isCurrency, 'currency of ISO 4217'),
  ),
  ...notes.flatMap(({ subject }, index) =>
    listed('BR-CL-08', `/notes/${index}/subject`, subject, (code) => noteSubjects.has(code), 'subject of UNTDID 4451'),
  ),
  ...supportingDocuments.flatMap(({ attachment }, index) =>
    listed(
      'BR-CL-24',
      `/supportingDocuments/${index}/attachment/mimeCode`,
      attachment?.mimeCode ?? null,
      (code) => mimeCodes.has(code),
      'kind of file that may be attached',
    ),
  ),
];

/** What an object that is invoiced is known by. */
const ofObject = (at: string, object: Identifier | null): Violation[] =>
  listed(
    'BR-CL-07',
    `${at}/objectReference/scheme`,
    object?.scheme ?? null,
    (code) => referenceCodes.has(code),
    'reference of UNTDID 1153',
  );

const objects: Rule = ({ objectReference, lines }) => [
  ...ofObject('', objectReference),
  ...lines.flatMap((line, index) => ofObject(`/lines/${index}`, line.objectReference)),
];

/** A creditor's identifier of SEPA (BT-90) stands among the identifiers of the seller, or of who is paid in its place. */
const isCreditorScheme = (code: string): boolean => isIdentifierScheme(code) || code === 'SEPA';

const known = 'scheme of ISO 6523';

const identified = (
  who: string,
  { identifiers, legalRegistration }: Pick<Party, 'identifiers' | 'legalRegistration'>,
  isScheme: (code: string) => boolean,
): Violation[] => [
  ...identifiers.flatMap(({ scheme }, index) =>
    listed('BR-CL-10', `${who}/identifiers/${index}/scheme`, scheme, isScheme, known),
  ),
  ...listed('BR-CL-11', `${who}/legalRegistration/scheme`, legalRegistration?.scheme ?? null, isIdentifierScheme, known),
];

const addressed = (who: string, { electronicAddress }: Party): Violation[] =>
  listed(
    'BR-CL-25',
    `${who}/electronicAddress/scheme`,
    electronicAddress?.scheme ?? null,
    (code) => addressSchemes.has(code),
    'scheme of electronic addresses',
  );

const parties: Rule = ({ seller, buyer, payee, delivery }) => [
  ...identified('/seller', seller, isCreditorScheme),
  ...identified('/buyer', buyer, isIdentifierScheme),
  ...(payee ? identified('/payee', payee, isCreditorScheme) : []),
  ...addressed('/seller', seller),
  ...addressed('/buyer', buyer),
  ...listed('BR-CL-26', '/delivery/location/scheme', delivery?.location?.scheme ?? null, isIdentifierScheme, known),
];

const items: Rule = ({ lines }) =>
  lines.flatMap(({ unit, standardItem, originCountry, classifications }, index) => [
    ...listed('BR-CL-23', `/lines/${index}/unit`, unit, isUnitCode, 'unit of UN/ECE Recommendation 20 or 21'),
    ...listed('BR-CL-21', `/lines/${index}/standardItem/scheme`, standardItem?.scheme ?? null, isIdentifierScheme, known),
    ...listed('BR-CL-15', `/lines/${index}/originCountry`, originCountry, isCountryCode, 'country of ISO 3166-1'),
    ...classifications.flatMap(({ scheme }, at) =>
      listed(
        'BR-CL-13',
        `/lines/${index}/classifications/${at}/scheme`,
        scheme,
        (code) => classificationLists.has(code),
        'list of UNTDID 7143',
      ),
    ),
  ]);

const reasonsIn = (those: readonly AllowanceCharge[], at: string): Violation[] =>
  those.flatMap(({ charge, reasonCode }, index) => {
    const place = `${at}/${index}/reasonCode`;
    return charge
      ? listed('BR-CL-20', place, reasonCode, (code) => chargeReasons.has(code), 'reason of UNTDID 7161')
      : listed('BR-CL-19', place, reasonCode, (code) => allowanceReasons.has(code), 'reason of UNTDID 5189');
  });

const reasons: Rule = ({ allowancesCharges, lines, vatBreakdown }) => [
  ...reasonsIn(allowancesCharges, '/allowancesCharges'),
  ...lines.flatMap((line, index) => reasonsIn(line.allowancesCharges, `/lines/${index}/allowancesCharges`)),
  ...vatBreakdown.flatMap(({ exemptionCode }, index) =>
    listed(
      'BR-CL-22',
      `/vatBreakdown/${index}/exemptionCode`,
      exemptionCode,
      (code) => exemptionReasons.has(code.toUpperCase()),
      'reason of the list VATEX',
    ),
  ),
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

/** Codes are of the lists that they are of (BR-CL-01, -03 to -08, -10, -11, -13 to -26), and days are days. */
export const codeRules = (invoice: EInvoice): Violation[] =>
  [head, contents, objects, parties, countries, items, vatCategories, reasons, days].flatMap((rule) => rule(invoice));
