import { compactDay, plainAmount } from './amounts.ts';
import { elementAt, elementsNamed, type OfxElement, readOfxTree } from './ofx-tree.ts';
import { type Balance, type BalanceKind, type Entry, type Statement, tidy } from './statement.ts';

const valueAt = (from: OfxElement | null, ...path: readonly string[]): string | null => tidy(elementAt(from, ...path)?.text);

/** The day as the bank writes it: the time and its zone do not move it. */
const dayAt = (from: OfxElement | null, ...path: readonly string[]) => compactDay(valueAt(from, ...path) ?? '', 4);

function balanceAt(statement: OfxElement, name: string, kind: BalanceKind, currency: string | null): Balance[] {
  const amount = plainAmount(valueAt(statement, name, 'BALAMT') ?? '');
  return amount === null ? [] : [{ kind, code: name, amount, currency, date: dayAt(statement, name, 'DTASOF') }];
}

/** Name and memo; banks repeat the name in the memo, cut off in the one and whole in the other. */
function textOf(name: string | null, memo: string | null): string {
  if (name === null || memo === null) return memo ?? name ?? '';
  return memo.startsWith(name) ? memo : `${name} ${memo}`;
}

function readEntry(transaction: OfxElement, position: number): Entry {
  const name = valueAt(transaction, 'NAME') ?? valueAt(transaction, 'PAYEE', 'NAME');
  return {
    position,
    status: 'booked',
    bookingDate: dayAt(transaction, 'DTPOSTED'),
    valueDate: dayAt(transaction, 'DTAVAIL'),
    amount: plainAmount(valueAt(transaction, 'TRNAMT') ?? ''),
    currency: valueAt(transaction, 'CURRENCY', 'CURSYM'),
    code: valueAt(transaction, 'TRNTYPE'),
    bankReference: valueAt(transaction, 'FITID'),
    reference: valueAt(transaction, 'CHECKNUM') ?? valueAt(transaction, 'REFNUM'),
    counterparty: {
      name: valueAt(transaction, 'EXTDNAME') ?? name,
      account: valueAt(transaction, 'BANKACCTTO', 'ACCTID') ?? valueAt(transaction, 'CCACCTTO', 'ACCTID'),
    },
    text: textOf(name, valueAt(transaction, 'MEMO')),
    isReversal: false,
    details: [],
  };
}

function readStatement(statement: OfxElement, from: number): Statement {
  const currency = valueAt(statement, 'CURDEF');
  const list = elementAt(statement, 'BANKTRANLIST');
  const transactions = list?.children.filter(({ name }) => name === 'STMTTRN') ?? [];
  const account = elementAt(statement, 'BANKACCTFROM') ?? elementAt(statement, 'CCACCTFROM');
  return {
    account: valueAt(account, 'ACCTID'),
    currency,
    reference: null,
    number: null,
    startsOn: dayAt(list, 'DTSTART'),
    endsOn: dayAt(list, 'DTEND'),
    balances: [
      ...balanceAt(statement, 'LEDGERBAL', 'closing', currency),
      ...balanceAt(statement, 'AVAILBAL', 'available', currency),
    ],
    entries: transactions.map((transaction, index) => readEntry(transaction, from + index)),
    sums: [],
    unreadable: [],
  };
}

/** Reads OFX of both generations: bank and credit card statements. Null when the text is no OFX. */
export function readOfx(text: string): Statement[] | null {
  const tree = readOfxTree(text);
  if (!tree) return null;
  let count = 0;
  return elementsNamed(tree, new Set(['STMTRS', 'CCSTMTRS'])).map((element) => {
    const statement = readStatement(element, count + 1);
    count += statement.entries.length;
    return statement;
  });
}
