import type { BusinessDate } from '@atlas/kernel';
import { compactDay, nearestDay, negated, plainAmount } from './amounts.ts';
import { tidy } from './statement.ts';

/** Field 61 of MT940 and MT942 in its parts. */
export type StatementLine = {
  readonly valueDate: BusinessDate | null;
  readonly bookingDate: BusinessDate | null;
  readonly mark: string;
  /** Below zero when it is taken from the account. */
  readonly amount: string;
  readonly type: string | null;
  /** All that stands behind the type, in one line. */
  readonly reference: string;
  readonly customerReference: string | null;
  readonly bankReference: string | null;
  readonly supplementary: string | null;
};

/** 6!n [4!n] 2a [1!a] 15d [1!a3!c] 16x [//16x], on the next line [34x]. */
const shape = /^(\d{6})(\d{4})?\s?(RC|RD|EC|ED|C|D)([A-Z])?(\d[\d.,]*|,\d+)([NFS][A-Z0-9]{3})?([^\n]*)(?:\n([\s\S]*))?$/;

/** A debit, and what reverses a credit, leaves the account. */
const leaves: Readonly<Record<string, boolean>> = { C: false, D: true, RC: true, RD: false, EC: false, ED: true };

/** Some banks fill the reference up with blanks and write the name behind it. */
function referencesOf(rest: string): Pick<StatementLine, 'customerReference' | 'bankReference'> & { readonly more: string } {
  const [first = '', ...banks] = rest.split('//');
  const padded = /^(\S.*?)\s{2,}(\S.*)$/.exec(first.trimEnd());
  const customer = tidy(padded?.[1] ?? first);
  const bank = tidy(banks.join('//'));
  const known = (reference: string | null) => (reference === null || /^NONREF$/i.test(reference) ? null : reference);
  return { customerReference: known(customer), bankReference: known(bank), more: padded?.[2] ?? '' };
}

/** Reads field 61, also as banks write it that do not keep to the letter. Null when it is none. */
export function readStatementLine(field: string): StatementLine | null {
  const parts = shape.exec(field.trimEnd());
  if (!parts) return null;
  const [, value = '', entry, mark = '', , figure = '', type, rest = '', below = ''] = parts;
  const amount = plainAmount(figure);
  if (amount === null) return null;
  const valueDate = compactDay(value, 2);
  const { more, ...references } = referencesOf(rest);
  return {
    valueDate,
    bookingDate: (entry && valueDate && nearestDay(entry, valueDate)) || valueDate,
    mark,
    amount: leaves[mark] ? negated(amount) : amount,
    type: type ?? null,
    reference: rest.trim(),
    ...references,
    supplementary: tidy(`${more} ${below}`),
  };
}
