import { amountOf } from './amounts.ts';
import { beginsWithCountry } from './country-codes.ts';
import type { EInvoice, Period } from './e-invoice.ts';
import { isVat } from './vat-category.ts';
import { invalid, type Rule, refused, required, type Violation } from './violation.ts';

/** BR-29 and BR-30, BR-CO-19 and BR-CO-20 */
function ofPeriod(order: string, presence: string, at: string, period: Period | null): Violation[] {
  if (period === null) return [];
  const { start, end } = period;
  return [
    ...required(presence, at, start ?? end, 'Start or end of the period'),
    ...invalid(order, at, start === null || end === null || end >= start, 'The period ends before it starts.'),
  ];
}

const periods: Rule = ({ period, lines }) => [
  ...ofPeriod('BR-29', 'BR-CO-19', '/period', period),
  ...lines.flatMap((line, index) => ofPeriod('BR-30', 'BR-CO-20', `/lines/${index}/period`, line.period)),
];

const taxPoint: Rule = ({ taxPointDate, taxPointDateCode }) =>
  refused(
    'BR-CO-03',
    '/taxPointDateCode',
    taxPointDate !== null && taxPointDateCode !== null,
    'Tax point date code (BT-8) beside a tax point date (BT-7)',
  );

const vatIdentifiers: Rule = ({ seller, buyer, taxRepresentative }) =>
  Object.entries({ seller, buyer, taxRepresentative }).flatMap(([who, party]) =>
    (party?.taxRegistrations ?? []).flatMap(({ id, scheme }, index) => {
      const judged = isVat(scheme) && id !== null;
      const place = `/${who}/taxRegistrations/${index}/id`;
      return invalid('BR-CO-09', place, !judged || beginsWithCountry(id), 'A VAT identifier begins with a country code.');
    }),
  );

const breakdown: Rule = ({ vatBreakdown }) => required('BR-CO-18', '/vatBreakdown', vatBreakdown, 'VAT breakdown (BG-23)');

const dueWhen: Rule = ({ totals, dueDate, paymentTerms }) => {
  const due = amountOf(totals.due);
  const asked = due !== null && due.coefficient > 0n;
  return asked ? required('BR-CO-25', '/dueDate', dueDate ?? paymentTerms, 'Due date (BT-9) or payment terms (BT-20)') : [];
};

const sellerKnown: Rule = ({ seller }) => {
  const vatId = seller.taxRegistrations.find(({ id, scheme }) => isVat(scheme) && id !== null)?.id;
  const known = seller.identifiers[0]?.id || seller.legalRegistration?.id || vatId || null;
  return required('BR-CO-26', '/seller', known, 'Seller identifier, legal registration or VAT identifier (BT-29, BT-30, BT-31)');
};

/** What depends on something else: BR-29, BR-30, BR-CO-03, -09, -18 to -20, -25 and -26. */
export const conditionRules = (invoice: EInvoice): Violation[] =>
  [periods, taxPoint, vatIdentifiers, breakdown, dueWhen, sellerKnown].flatMap((rule) => rule(invoice));
