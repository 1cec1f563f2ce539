import { decimal, decimalText, type MoneyJson, moneyFromJson, moneyJson, multiply } from '@atlas/kernel';
import { figureText, type LetterSum, type Locale } from '@atlas/platform';
import type { loadSold } from '../invoices/load-sold.ts';
import type { LetterWords } from './letter-words.ts';

type Invoice = Awaited<ReturnType<typeof loadSold>>['invoice'];

const isZero = ({ amount }: MoneyJson): boolean => !/[1-9]/.test(amount);

/** A share as people read it: 0.19 is `19 %`. */
export const percentText = (share: string, locale: Locale): string =>
  `${figureText(decimalText(multiply(decimal(share), decimal('100'))), locale)} %`;

const minus = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);

/** Charges and discounts of the document between the sum of its lines and its net. */
function aboveNet({ charges, lines, net }: Invoice, words: LetterWords, amount: (value: MoneyJson) => string): LetterSum[] {
  if (charges.length === 0) return [];
  const ofLines = lines.reduce((sum, line) => sum + moneyFromJson(line.net).minor, 0n);
  return [
    { label: words.sums.lines, value: amount(moneyJson(ofLines, net.currency)), look: 'plain' },
    ...charges.map(({ description, net: each }) => ({ label: description, value: amount(each), look: 'plain' as const })),
  ];
}

/** What a document comes to: above the total what is part of it, below it what is kept back from the payment. */
export function sumsOf(invoice: Invoice, words: LetterWords, locale: Locale): LetterSum[] {
  const amount = (value: MoneyJson) => figureText(value.amount, locale);
  const { net, tax, gross, taxes, currency, inBooks, withheld, payable } = invoice;
  const plain = (label: string, value: string): LetterSum => ({ label, value, look: 'plain' });
  const strong = (label: string, value: MoneyJson): LetterSum => ({
    ...{ label: `${label} ${currency}`, value: amount(value), look: 'strong' },
  });
  const owed = taxes.filter(({ operation }) => operation === 'domestic');
  const kept = taxes.filter(({ operation }) => operation === 'withholding');
  return [
    ...aboveNet(invoice, words, amount),
    plain(words.sums.net, amount(net)),
    ...owed.map(({ name, base, amount: value }) => plain(words.taxOn(name, amount(base)), amount(value))),
    // Documents of former days may have taxes that were not kept one by one.
    ...(owed.length === 0 && !isZero(tax) ? [plain(words.sums.tax, amount(tax))] : []),
    strong(words.sums.total, gross),
    ...kept.map(({ name, base, amount: value }) => plain(words.taxOn(name, amount(base)), minus(amount(value)))),
    ...(isZero(withheld) ? [] : [strong(words.sums.payable, payable)]),
    // Below the total: it is told, and adds to nothing.
    ...(inBooks && inBooks.tax.currency !== currency && !isZero(tax)
      ? [plain(words.taxInBooks(inBooks.tax.currency), amount(inBooks.tax))]
      : []),
  ];
}
