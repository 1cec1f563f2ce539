import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { add, compare, type Decimal, decimal } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { readStatementLine } from '../domain/mt940-line.ts';
import { balanceOf, type Entry, type Statement } from '../domain/statement.ts';
import { readStatements } from './read-statements.ts';

/** Files of banks under licences of their own lie beside the checkout, where they are there at all. */
const folder = join(import.meta.dirname, '../../../../../shared/oracles/bank');
const filesOf = (kind: string): string[] =>
  existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)).filter((name) => !name.endsWith('.json')) : [];
const read = (kind: string, name: string) => readFileSync(join(folder, kind, name));
const expectedOf = (kind: string, name: string) => JSON.parse(read(kind, `${name}.expected.json`).toString()).expected;

const same = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !one || !other ? (one || null) === (other || null) : compare(decimal(one), decimal(other)) === 0;
const sumOf = (entries: readonly Entry[]): string => {
  const total = entries.reduce<Decimal>((sum, { amount }) => add(sum, decimal(amount ?? '0')), decimal('0'));
  return `${total.coefficient}e-${total.scale}`;
};
const balances = (statement: Statement): boolean | undefined => {
  const [opening, closing] = [balanceOf(statement, 'opening'), balanceOf(statement, 'closing', 'last')];
  if (!opening || !closing) return undefined;
  const end = statement.entries.reduce<Decimal>((sum, { amount }) => add(sum, decimal(amount ?? '0')), decimal(opening.amount));
  return compare(end, decimal(closing.amount)) === 0;
};
/** Letters that a file wrote in an old code page of DOS are no letters in any other. */
const ascii = (text: string | null): string => (text ?? '').replace(/[^\x21-\x7e]/g, '');

describe.skipIf(filesOf('mt940').length === 0)('MT940 and MT942 of banks (skipped without ../shared/oracles)', () => {
  it.each(filesOf('mt940'))('%s', (name) => {
    const expected = expectedOf('mt940', name);
    const { format, statements } = readStatements(read('mt940', name), null);
    expect(format).toBe('mt940');
    expect(statements).toHaveLength(expected.statement_count);
    for (const [index, statement] of statements.entries()) {
      const wanted = expected.statements[index];
      expect(statement).toMatchObject({ reference: wanted.reference, account: wanted.account, number: wanted.number });
      for (const kind of ['opening', 'closing', 'available', 'forward'] as const) {
        const balance = balanceOf(statement, kind, 'last');
        expect([kind, balance?.date ?? null, balance?.currency ?? null]).toEqual([
          kind,
          wanted[kind]?.date ?? null,
          wanted[kind]?.currency ?? null,
        ]);
        expect(same(balance?.amount, wanted[kind]?.amount)).toBe(true);
      }
      expect(balances(statement)).toBe(wanted.opening_plus_transactions_equals_closing);
      expect(statement.entries.map(({ valueDate }) => valueDate)).toEqual(
        wanted.transactions.map((each: { value_date: string }) => each.value_date),
      );
      for (const [place, entry] of statement.entries.entries()) {
        const transaction = wanted.transactions[place];
        expect(same(entry.amount, transaction.amount)).toBe(true);
        expect(entry.code).toBe(transaction.type);
        if (transaction.entry_date_mmdd)
          expect(entry.bookingDate?.replaceAll('-', '').slice(4)).toBe(transaction.entry_date_mmdd);
      }
    }
  });

  it.each(filesOf('mt940'))('references in %s', (name) => {
    const lines = read('mt940', name).toString('latin1').split(/\r?\n/);
    const references = lines.flatMap((line, index) => {
      if (!line.startsWith(':61:')) return [];
      const next = lines[index + 1] ?? '';
      const field = readStatementLine(`${line.slice(4)}${/^[:-]/.test(next) ? '' : `\n${next}`}`);
      return [ascii(field?.reference || (field?.supplementary ?? ''))];
    });
    const wanted = expectedOf('mt940', name).statements.flatMap(({ transactions }: { transactions: { reference: string }[] }) =>
      transactions.map(({ reference }) => ascii(reference)),
    );
    expect(references).toEqual(wanted);
  });
});

describe.skipIf(filesOf('camt').length === 0)('CAMT of banks (skipped without ../shared/oracles)', () => {
  it.each(filesOf('camt'))('%s', (name) => {
    const expected = expectedOf('camt', name);
    if (expected.must_be_rejected) {
      expect(() => readStatements(read('camt', name), null)).toThrow(
        expect.objectContaining({ code: 'treasury.unreadable_file' }),
      );
      return;
    }
    const { statements } = readStatements(read('camt', name), null);
    expect(statements).toHaveLength(expected.statements.length);
    for (const [index, statement] of statements.entries()) {
      const wanted = expected.statements[index];
      expect(statement).toMatchObject({ reference: wanted.id, account: wanted.account });
      expect(statement.balances.map(({ code, currency, date }) => ({ type: code, currency, date }))).toEqual(
        wanted.balances.map(({ amount: _amount, ...rest }: { amount: string }) => rest),
      );
      expect(statement.balances.every(({ amount }, place) => same(amount, wanted.balances[place].amount))).toBe(true);
      expect(statement.entries).toHaveLength(wanted.entries.length);
      expect(sumOf(statement.entries)).toBe(sumOf([{ amount: wanted.sum_of_entries } as Entry]));
      for (const [place, entry] of statement.entries.entries()) {
        const other = wanted.entries[place];
        expect(same(entry.amount, other.amount)).toBe(true);
        expect({ ...entry, text: '' }).toMatchObject({
          currency: other.currency,
          bookingDate: other.booking_date ?? other.value_date,
          valueDate: other.value_date,
          status: other.status === 'BOOK' ? 'booked' : 'pending',
          isReversal: other.reversal === 'true',
          bankReference: other.bank_reference,
        });
        const [only] = other.details;
        if (other.details.length !== 1)
          expect(entry.details.map(({ endToEndId, text }) => [endToEndId, text])).toEqual(
            other.details.map((each: { end_to_end: string; unstructured: string[] }) => [
              each.end_to_end,
              each.unstructured.map((text) => text.replace(/\s+/g, ' ')),
            ]),
          );
        else if (only.unstructured.length > 0) expect(entry.text).toBe(only.unstructured.join(' ').replace(/\s+/g, ' '));
      }
    }
  });
});

describe.skipIf(filesOf('ofx').length === 0)('OFX of banks (skipped without ../shared/oracles)', () => {
  it.each(filesOf('ofx'))('%s', (name) => {
    const expected = expectedOf('ofx', name);
    const { format, statements } = readStatements(read('ofx', name), null);
    expect(format).toBe('ofx');
    expect(statements).toHaveLength(expected.statements.length);
    const day = (text: string | null) => text?.slice(0, 8).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') || null;
    for (const [index, statement] of statements.entries()) {
      const wanted = expected.statements[index];
      expect(statement).toMatchObject({
        account: wanted.account,
        currency: wanted.currency || null,
        startsOn: day(wanted.start),
        endsOn: day(wanted.end),
      });
      expect(same(balanceOf(statement, 'closing')?.amount, wanted.ledger_balance)).toBe(true);
      expect(statement.entries).toHaveLength(wanted.transactions.length);
      for (const [place, entry] of statement.entries.entries()) {
        const other = wanted.transactions[place];
        expect(same(entry.amount, other.amount)).toBe(true);
        const posted = day(other.posted);
        expect(entry).toMatchObject({
          code: other.type,
          bookingDate: posted === '2012-02-31' ? null : posted,
          bankReference: other.fitid || null,
        });
        // The figures' own reader knows no CDATA and calls such names empty.
        if (other.name) expect(entry.counterparty.name).toBe(other.name.replace(/\s+/g, ' '));
        if (other.memo) expect(entry.text).toContain(other.memo.replace(/\s+/g, ' '));
      }
    }
  });
});
