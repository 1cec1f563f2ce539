import { isBusinessDate } from '@atlas/kernel';
import { camtAmount, camtDay, readCamtEntry } from './camt-entry.ts';
import { elementAt, elements, textAt, type XmlValue } from './camt-tree.ts';
import { type Balance, type BalanceKind, type Statement, tidy } from './statement.ts';

/** CAMT.053 statements, CAMT.052 reports, CAMT.054 notifications. */
const messages = [
  ['BkToCstmrStmt', 'Stmt'],
  ['BkToCstmrAcctRpt', 'Rpt'],
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
] as const;

const balanceKinds: Readonly<Record<string, BalanceKind>> = {
  OPBD: 'opening',
  CLBD: 'closing',
  CLAV: 'available',
  FWAV: 'forward',
  ITBD: 'interim',
  ITAV: 'interim',
};

/** Where the opening balance is left out, what the statement before closed with is it. */
function balancesOf(statement: XmlValue): Balance[] {
  const balances = elements(statement, 'Bal').flatMap((balance): Balance[] => {
    const { amount, currency } = camtAmount(balance);
    const code = textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(balance, 'Tp', 'CdOrPrtry', 'Prtry') ?? '';
    return amount === null
      ? []
      : [{ kind: balanceKinds[code] ?? 'other', code, amount, currency, date: camtDay(elementAt(balance, 'Dt')) }];
  });
  if (balances.some(({ kind }) => kind === 'opening')) return balances;
  return balances.map((balance) => (balance.code === 'PRCD' ? { ...balance, kind: 'opening' } : balance));
}

function dayAt(statement: XmlValue, end: 'Fr' | 'To') {
  const day = (textAt(statement, 'FrToDt', `${end}DtTm`) ?? textAt(statement, 'FrToDt', `${end}Dt`) ?? '').slice(0, 10);
  return isBusinessDate(day) ? day : null;
}

function readStatement(statement: XmlValue, from: number): Statement {
  const balances = balancesOf(statement);
  const account = elementAt(statement, 'Acct');
  return {
    account: tidy(textAt(account, 'Id', 'IBAN') ?? textAt(account, 'Id', 'Othr', 'Id')),
    currency: textAt(account, 'Ccy'),
    reference: textAt(statement, 'Id'),
    number: textAt(statement, 'LglSeqNb') ?? textAt(statement, 'ElctrncSeqNb'),
    startsOn: dayAt(statement, 'Fr') ?? balances.find(({ code }) => code === 'OPBD')?.date ?? null,
    endsOn: dayAt(statement, 'To') ?? balances.find(({ kind }) => kind === 'closing')?.date ?? null,
    balances,
    entries: elements(statement, 'Ntry').map((entry, index) => readCamtEntry(entry, from + index)),
    sums: [],
    unreadable: [],
  };
}

/** So many elements may lie around a document: envelopes of networks, with headers of their own. */
const mostEnvelopes = 3;

/** The document of a message, on its own or in an envelope. */
function documentIn(from: XmlValue, left = mostEnvelopes): XmlValue | undefined {
  const found = elementAt(from, 'Document');
  if (found !== undefined || left === 0 || typeof from === 'string') return found;
  for (const name of Object.keys(from)) {
    const inner = elements(from, name).map((element) => documentIn(element, left - 1));
    const first = inner.find((each) => each !== undefined);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Reads CAMT.052, 053 and 054 of any version. Null when the document is none, or holds no statement. */
export function readCamt(document: XmlValue): Statement[] | null {
  const inner = documentIn(document);
  for (const [message, part] of messages) {
    const found = elements(elementAt(inner, message), part);
    if (found.length === 0) continue;
    let count = 0;
    return found.map((element) => {
      const statement = readStatement(element, count + 1);
      count += statement.entries.length;
      return statement;
    });
  }
  return null;
}
