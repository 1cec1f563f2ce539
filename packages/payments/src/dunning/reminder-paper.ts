import type { MoneyJson } from '@atlas/kernel';
import type { MailedPaper } from '@atlas/platform';
import { type DunningFigure, letterWords } from '../domain/dunning-letter.ts';
import { type DunningLocale, dayIn } from '../domain/dunning-text.ts';

/** A reminder as it was written, whoever asks. */
type Printed = {
  readonly number: string;
  readonly date: string;
  readonly locale: DunningLocale;
  readonly company: string;
  readonly customer: string;
  /** Below the name */
  readonly address: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly items: readonly { readonly documentNumber: string; readonly dueOn: string; readonly open: MoneyJson }[];
  readonly figures: readonly DunningFigure[];
};

const isZero = ({ amount }: MoneyJson): boolean => !/[1-9]/.test(amount);

/** A reminder as a letter: its words, what is owed document by document, and what that comes to in each currency. */
export function reminderPaper({ number, date, locale, company, customer, address, ...said }: Printed): MailedPaper {
  const words = letterWords[locale];
  const owed = said.items.map(({ documentNumber, dueOn, open }) => [documentNumber, dueOn, open.currency, open.amount]);
  const sum = (label: string, { currency, amount }: MoneyJson) => [label, null, currency, amount];
  const plain = (cells: (string | null)[]) => ({ look: 'plain' as const, indent: 0, cells });
  const sums = said.figures.flatMap(({ fees, credit, fee, total }) => [
    ...(['fees', 'credit', 'fee'] as const).flatMap((name) => {
      const value = { fees, credit, fee }[name];
      return isZero(value) ? [] : [plain(sum(words[name], value))];
    }),
    { look: 'strong' as const, indent: 0, cells: sum(words.total, total) },
  ]);
  return {
    fileName: `${number}.pdf`,
    company,
    title: said.subject,
    about: [number, dayIn(locale, date)],
    address: [customer, ...address],
    text: said.body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ''),
    columns: [
      { label: words.document, kind: 'text', width: 40 },
      { label: words.dueOn, kind: 'date', width: 14 },
      { label: words.currency, kind: 'text', width: 10 },
      { label: words.amount, kind: 'amount', width: 16 },
    ],
    rows: [...owed.map(plain), ...sums],
  };
}
