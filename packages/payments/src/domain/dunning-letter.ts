import type { BusinessDate, MoneyJson } from '@atlas/kernel';
import { amountIn, type DunningLocale, dayIn } from './dunning-text.ts';

/** What is owed in one currency. */
export type DunningFigure = {
  readonly overdue: MoneyJson;
  /** Fees of earlier reminders that are not paid. */
  readonly fees: MoneyJson;
  /** What the customer has to their credit, negative. */
  readonly credit: MoneyJson;
  /** The fee of this reminder. */
  readonly fee: MoneyJson;
  readonly total: MoneyJson;
};

type Item = { readonly documentNumber: string; readonly dueOn: BusinessDate; readonly open: MoneyJson };

/** What a reminder says besides the words of its level, in the languages of customers. */
export const letterWords = {
  en: {
    ...{ due: 'due', fees: 'Earlier fees', credit: 'To your credit', fee: 'Fee of this reminder', total: 'Total' },
    ...{ document: 'Document', dueOn: 'Due on', currency: 'Currency', amount: 'Amount' },
  },
  de: {
    ...{ due: 'fällig am', fees: 'Frühere Gebühren', credit: 'Zu Ihren Gunsten', fee: 'Mahngebühr', total: 'Summe' },
    ...{ document: 'Beleg', dueOn: 'Fällig am', currency: 'Währung', amount: 'Betrag' },
  },
} as const;

const isZero = ({ amount }: MoneyJson): boolean => !/[1-9]/.test(amount);

/** What is owed, line by line, as it stands below the text of a reminder. */
export function linesOfLetter(locale: DunningLocale, items: readonly Item[], figures: readonly DunningFigure[]): string[] {
  const say = letterWords[locale];
  const sums = figures.flatMap(({ fees, credit, fee, total }) => [
    ...(['fees', 'credit', 'fee'] as const).flatMap((name) => {
      const value = { fees, credit, fee }[name];
      return isZero(value) ? [] : [`${say[name]}: ${amountIn(locale, value)}`];
    }),
    `${say.total}: ${amountIn(locale, total)}`,
  ]);
  const lines = items.map(
    ({ documentNumber, dueOn, open }) => `${documentNumber}, ${say.due} ${dayIn(locale, dueOn)}: ${amountIn(locale, open)}`,
  );
  return [...lines, ...sums];
}
