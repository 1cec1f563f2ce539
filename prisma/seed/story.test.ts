import { businessDate } from '@atlas/kernel';
import { describe, expect, test } from 'vitest';
import { customers } from './customers.ts';
import { netOf } from './invoices.ts';
import { storyUpTo } from './story.ts';

const until = businessDate('2026-11-21');
const story = storyUpTo(until);
const invoices = story.chapters.flatMap((chapter) => chapter.invoices);
const journals = story.chapters.flatMap((chapter) => chapter.journals);
const bills = story.chapters.flatMap((chapter) => chapter.bills);
const payments = story.chapters.flatMap((chapter) => chapter.payments);
const credits = story.chapters.flatMap((chapter) => chapter.credits);
const netOfMonth = (index: number) =>
  (story.chapters[index]?.invoices ?? []).flatMap(({ lines }) => lines).reduce((sum, line) => sum + netOf(line), 0);

describe('the story of the demo company', () => {
  test('is the same whenever it is told of the same day', () => {
    expect(storyUpTo(until)).toEqual(story);
  });

  test('ends on its day, wherever in a month or year that is', () => {
    for (const day of ['2026-01-01', '2024-02-29', '2026-03-31', '2026-08-01', '2026-08-02']) {
      const dates = storyUpTo(businessDate(day)).chapters.flatMap((chapter) =>
        [...chapter.invoices, ...chapter.credits, ...chapter.bills, ...chapter.payments, ...chapter.journals].map(
          ({ date }) => date,
        ),
      );
      expect(dates.every((date) => date <= day)).toBe(true);
    }
  });

  test('is two years of a small company', () => {
    expect(story.chapters).toHaveLength(25);
    expect(story.booksStartOn).toBe('2024-01-01');
    expect(invoices.length).toBeGreaterThan(1500);
    expect(invoices.length).toBeLessThan(2500);
    expect(credits.length).toBeGreaterThan(20);
    expect(new Set(invoices.map(({ customer }) => customer)).size).toBe(customers.length);
  });

  test('has a busy December, a slow summer and growth', () => {
    expect(netOfMonth(13)).toBeGreaterThan(1.3 * netOfMonth(9));
    expect(netOfMonth(13)).toBeGreaterThan(netOfMonth(1));
  });

  test('names each document elsewhere once', () => {
    const references = invoices.flatMap(({ reference }) => reference ?? []);
    expect(new Set(references).size).toBe(references.length);
  });

  test('has journals that balance', () => {
    for (const { postings } of journals) expect(postings.reduce((sum, [, cents]) => sum + cents, 0)).toBe(0);
  });

  test('keeps stock and the bank account on their sides', () => {
    const balances = new Map<string, number>();
    const post = (account: string, cents: number) => void balances.set(account, (balances.get(account) ?? 0) + cents);
    for (const { postings } of journals) for (const posting of postings) post(...posting);
    for (const { netCents } of bills) post('1200', netCents);
    for (const { bill } of payments) post('1020', -((bills[bill]?.netCents ?? 0) + (bills[bill]?.taxCents ?? 0)));
    expect(balances.get('1200')).toBeGreaterThan(0);
    expect(balances.get('1020')).toBeGreaterThan(0);
  });

  test('pays each bill once, after it came, and owes the newest', () => {
    expect(new Set(payments.map(({ bill }) => bill)).size).toBe(payments.length);
    for (const { bill, date } of payments) expect((bills[bill]?.date ?? date) < date).toBe(true);
    expect(payments.length).toBeLessThan(bills.length);
    const names = bills.map(({ supplier, supplierNumber }) => `${supplier.code} ${supplierNumber}`);
    expect(new Set(names).size).toBe(bills.length);
  });

  test('credits no more than was sold, after it was sold', () => {
    for (const { invoice, date, quantity } of credits) {
      const credited = invoices[invoice];
      expect(credited?.lines[0]?.quantity).toBeGreaterThanOrEqual(quantity);
      expect(credited && credited.date < date).toBe(true);
    }
  });
});
