import type { BusinessDate } from '@atlas/kernel';
import { type Product, products } from './assortment.ts';
import { type Month, workdays } from './calendar.ts';
import { wholeCents } from './cents.ts';
import { type Customer, customers } from './customers.ts';
import type { Random } from './random.ts';

export type InvoiceLine = {
  readonly product: Product;
  readonly quantity: number;
  readonly priceCents: number;
  /** In hundredths: 5 is 5 %. */
  readonly discount: number;
};

export type Invoice = {
  readonly customer: Customer;
  readonly date: BusinessDate;
  readonly reference: string | null;
  readonly lines: readonly InvoiceLine[];
  readonly freightCents: number;
};

/** How trade leans over the year, January first: a slow summer, a busy December. */
const season = [0.8, 0.84, 0.96, 1.02, 1.05, 1, 0.88, 0.84, 1.02, 1.12, 1.34, 1.48];
const invoicesAMonth = 66;
const growthAMonth = 0.013;
/** Prices rise once, on the way. */
const oldPriceShare = 0.965;
const risesInMonth = 12;
const quantities = [1, 2, 2, 3, 4, 4, 6, 6, 8, 10, 12, 12, 16, 20, 24, 36];

const monthOfYear = (date: BusinessDate): number => Number(date.slice(5, 7)) - 1;

export const netOf = ({ quantity, priceCents, discount }: InvoiceLine): number =>
  wholeCents((quantity * priceCents * (100 - discount)) / 100);

/** Larger buyers come first in the list, and the last third joins one after the other. */
const weightOf = (customer: Customer, month: Month): number => {
  const rank = customers.indexOf(customer);
  const joined = rank < 40 ? 0 : rank - 40;
  return month.index < joined ? 0 : 1 / (rank + 6);
};

/** Each customer prefers some categories, always the same. */
const tasteOf = (customer: Customer, product: Product): number => {
  const leaning = (customers.indexOf(customer) * 3 + products.indexOf(product)) % 8;
  return leaning < 3 ? 3 : 1;
};

function linesOf(random: Random, customer: Customer, month: Month): InvoiceLine[] {
  const count = random.weighted([1, 2, 3, 4, 5, 6, 7], (lines) => 8 - Math.abs(lines - 3));
  const left = new Set(products);
  const size = customers.indexOf(customer) < 12 ? 2 : 1;
  return Array.from({ length: count }, () => {
    const product = random.weighted(
      [...left],
      (each) => tasteOf(customer, each) * (each.category.season[monthOfYear(month.startsOn)] ?? 1),
    );
    left.delete(product);
    // Dear goods go in small numbers.
    const most = product.priceCents > 5000 ? 6 : quantities.length;
    const quantity = random.pick(quantities.slice(0, most)) * size;
    const share = month.index < risesInMonth ? oldPriceShare : 1;
    const discount = quantity >= 40 ? 10 : quantity >= 24 ? 5 : 0;
    return { product, quantity, priceCents: wholeCents(product.priceCents * share), discount };
  });
}

/** The invoices of a month in order of date; a month that is not over has its share of them. */
export function invoicesOf(random: Random, month: Month): Invoice[] {
  const days = workdays(month.startsOn, month.endsOn);
  if (days.length === 0) return [];
  const lean = (season[monthOfYear(month.startsOn)] ?? 1) * (1 + growthAMonth * month.index) * (0.95 + random.share() / 10);
  const count = wholeCents(invoicesAMonth * lean * Math.min(1, days.length / 21));
  const invoices = Array.from({ length: count }, (): Invoice => {
    const customer = random.weighted(customers, (each) => weightOf(each, month));
    const lines = linesOf(random, customer, month);
    return {
      customer,
      date: random.pick(days),
      reference: random.chance(0.6) ? `${customer.code}-${month.startsOn.slice(2, 4)}${random.whole(100_000, 999_999)}` : null,
      lines,
      freightCents: random.chance(0.45) ? random.pick([695, 995, 1450, 2250]) : 0,
    };
  });
  return invoices.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
