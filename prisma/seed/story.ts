import { addDays, type BusinessDate, startOfYear } from '@atlas/kernel';
import { type Bill, type BillPayment, billsOf, paymentsOf } from './bills.ts';
import { type Month, monthsUpTo, workdayFrom } from './calendar.ts';
import { wholeCents } from './cents.ts';
import { type Invoice, invoicesOf, netOf } from './invoices.ts';
import { type Journal, journalsOf, openingJournals, type Turnover } from './journals.ts';
import { type Random, randomOf } from './random.ts';

/** A credit note takes back some of the first line of an invoice: its place among the invoices of the whole story. */
export type Credit = { readonly invoice: number; readonly date: BusinessDate; readonly quantity: number };

/** What happens in a month, in the order in which it is entered. */
export type Chapter = {
  readonly month: Month;
  readonly invoices: readonly Invoice[];
  readonly credits: readonly Credit[];
  readonly bills: readonly Bill[];
  readonly payments: readonly BillPayment[];
  readonly journals: readonly Journal[];
};

export type Story = { readonly booksStartOn: BusinessDate; readonly chapters: readonly Chapter[] };

const seed = 20_170_401;
const creditShare = 0.03;

function turnoverOf(invoices: readonly Invoice[]): Omit<Turnover, 'claimedCents'> {
  const totals = { goodsCents: 0, costCents: 0, grossCents: 0, taxCents: 0 };
  for (const { customer, lines, freightCents } of invoices) {
    const rate = (tax: 'reduced' | 'standard') => (customer.domestic ? (tax === 'reduced' ? 0.09 : 0.21) : 0);
    const taxOf = (cents: number, tax: 'reduced' | 'standard') => wholeCents(cents * rate(tax));
    let net = freightCents;
    let tax = taxOf(freightCents, 'standard');
    for (const line of lines) {
      net += netOf(line);
      tax += taxOf(netOf(line), line.product.category.tax);
      totals.costCents += wholeCents(line.quantity * line.product.priceCents * line.product.category.costShare);
    }
    totals.goodsCents += net - freightCents;
    totals.taxCents += tax;
    totals.grossCents += net + tax;
  }
  return totals;
}

/** Some goods come back some days later. */
function creditsOf(random: Random, invoices: readonly Invoice[], offset: number): Credit[] {
  return invoices.flatMap(({ date, lines: [first] }, index): Credit[] => {
    if (!first || !random.chance(creditShare)) return [];
    const quantity = random.whole(1, Math.max(1, Math.floor(first.quantity / 2)));
    return [{ invoice: offset + index, date: workdayFrom(addDays(date, random.whole(4, 18))), quantity }];
  });
}

/** Puts what has a date into the month it falls in; what is still to come is left out. */
function byMonth<T extends { readonly date: BusinessDate }>(items: readonly T[], months: readonly Month[]): T[][] {
  return months.map(({ startsOn, endsOn }) =>
    items
      .filter(({ date }) => startsOn <= date && date <= endsOn)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  );
}

/** Two years of a small trading company up to a day: the same day always tells the same story. */
export function storyUpTo(until: BusinessDate): Story {
  const random = randomOf(seed);
  const months = monthsUpTo(until);
  const invoices: Invoice[][] = [];
  const credits: Credit[] = [];
  const journals: Journal[] = openingJournals(workdayFrom(months[0]?.startsOn ?? until));
  const bills: Bill[] = [];
  const payments: BillPayment[] = [];
  let told = 0;
  for (const month of months) {
    const issued = invoicesOf(random, month);
    invoices.push(issued);
    credits.push(...creditsOf(random, issued, told));
    const turnover = turnoverOf(issued);
    const bought = billsOf(random, month, turnover.costCents);
    payments.push(...paymentsOf(bought, bills.length));
    bills.push(...bought);
    const claimedCents = bought.reduce((sum, { taxCents }) => sum + taxCents, 0);
    journals.push(...journalsOf(random, month, { ...turnover, claimedCents }));
    told += issued.length;
  }
  const creditsByMonth = byMonth(credits, months);
  const journalsByMonth = byMonth(journals, months);
  const billsByMonth = byMonth(bills, months);
  const paymentsByMonth = byMonth(payments, months);
  const chapters = months.map((month, index) => ({
    month,
    invoices: invoices[index] ?? [],
    credits: creditsByMonth[index] ?? [],
    bills: billsByMonth[index] ?? [],
    payments: paymentsByMonth[index] ?? [],
    journals: journalsByMonth[index] ?? [],
  }));
  return { booksStartOn: startOfYear(months[0]?.startsOn ?? until), chapters };
}
