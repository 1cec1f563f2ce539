import { describe, expect, it } from 'vitest';
import { acceptStatement } from '../domain/accept-statement.ts';
import { lineIdentity } from '../domain/line-identity.ts';
import type { Statement } from '../domain/statement.ts';
import { readStatements } from './read-statements.ts';

const only = (text: string): Statement => {
  const { statements } = readStatements(new Uint8Array(Buffer.from(text)), null);
  const [statement, ...others] = statements;
  if (!statement || others.length > 0) throw new Error('not one statement');
  return statement;
};
const warned = (statement: Statement) => acceptStatement(statement, 'EUR').warnings.map(({ code }) => code);

type Entry = { amount: string; debit?: boolean; reversal?: boolean; more?: string; status?: string };

const parts = {
  '052': ['BkToCstmrAcctRpt', 'Rpt'],
  '053': ['BkToCstmrStmt', 'Stmt'],
  '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
} as const;

const versions = (['052', '053', '054'] as const).flatMap((kind) =>
  ['02', '03', '04', '05', '06', '07', '08'].map((version) => [kind, version] as const),
);

/** A message of any version: from 8 on statuses and names lie an element deeper. */
function camt(kind: keyof typeof parts, version: string, entries: readonly Entry[], balances = ''): string {
  const [message, part] = parts[kind];
  const late = version >= '08';
  const body = entries.map(({ amount, debit = false, reversal = false, more = '', status = 'BOOK' }) => {
    const deeper = late ? more.replace(/<(Dbtr|Cdtr)><Nm>(.*?)<\/Nm><\/\1>/g, '<$1><Pty><Nm>$2</Nm></Pty></$1>') : more;
    return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${debit ? 'DBIT' : 'CRDT'}</CdtDbtInd>${reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${late ? `<Cd>${status}</Cd>` : status}</Sts><BookgDt><Dt>2024-02-29</Dt></BookgDt><ValDt><DtTm>2024-03-01T00:30:00+13:00</DtTm></ValDt>${deeper}</Ntry>`;
  });
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.${version}"><${message}><GrpHdr><MsgId>M</MsgId></GrpHdr><${part}><Id>S</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>${balances}${body.join('')}</${part}></${message}></Document>`;
}

const parties = '<RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties>';
const paid = (amount: string) =>
  `<TxDtls><Refs><EndToEndId>E${amount}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>${parties}</TxDtls>`;

describe('CAMT', () => {
  it.each(versions)('%s version %s', (kind, version) => {
    const statement = only(
      camt(kind, version, [
        { amount: '30.00', more: `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${paid('10.00')}${paid('20')}</NtryDtls>` },
        { amount: '7.50000', debit: true, more: `<NtryDtls><TxDtls>${parties}</TxDtls></NtryDtls>` },
        { amount: '0.01' },
        { amount: '5', status: 'PDNG' },
        { amount: '6', status: 'INFO' },
      ]),
    );
    const accepted = acceptStatement(statement, 'EUR');
    expect(accepted.lines.map(({ minor, bookingDate, valueDate }) => [minor, bookingDate, valueDate])).toEqual([
      [3000n, '2024-02-29', '2024-03-01'],
      [-750n, '2024-02-29', '2024-03-01'],
      [1n, '2024-02-29', '2024-03-01'],
    ]);
    expect(accepted.lines[0]?.details.map(({ amount, endToEndId, debtor }) => [amount, endToEndId, debtor.name])).toEqual([
      ['10.00', 'E10.00', 'Payer'],
      ['20', 'E20', 'Payer'],
    ]);
    expect(accepted.lines.map(({ counterparty }) => counterparty.name)).toEqual([null, 'Payee', null]);
    expect(accepted.warnings).toEqual([{ code: 'not_booked', values: { count: '2' } }]);
  });

  it.each([
    ['what comes in, from who paid', false, false, 'Payer'],
    ['what goes out, to whom we paid', true, false, 'Payee'],
    ['what comes back, from whom we paid', false, true, 'Payee'],
    ['what is taken back, by who paid', true, true, 'Payer'],
  ])('%s', (_what, debit, reversal, name) => {
    const { entries } = only(
      camt('053', '04', [{ amount: '1', debit, reversal, more: `<NtryDtls><TxDtls>${parties}</TxDtls></NtryDtls>` }]),
    );
    expect(entries[0]?.counterparty.name).toBe(name);
  });

  it('lies in the envelope of a network, without a declaration, or behind a comment', () => {
    const text = camt('053', '08', [{ amount: '1' }]);
    const bare = text.replace(/^<\?xml.*?\?>\s*/, '');
    const header =
      '<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><MsgDefIdr>camt.053.001.08</MsgDefIdr></AppHdr>';
    for (const file of [
      `<!-- made -->\n${bare}`,
      `<n:Envelope xmlns:n="urn:n">${header}${bare}</n:Envelope>`,
      `<?xml version="1.0"?><Saa><Body>${header}${bare}</Body></Saa>`,
    ])
      expect(only(file).entries.map(({ amount }) => amount)).toEqual(['1']);
  });

  it('knows no movement by a reference that every movement has', () => {
    const entry = (text: string): Entry => ({
      amount: '5',
      more: `<AcctSvcrRef>NOTPROVIDED</AcctSvcrRef><AddtlNtryInf>${text}</AddtlNtryInf>`,
    });
    const { lines } = acceptStatement(only(camt('053', '02', [entry('one'), entry('other')])), 'EUR');
    expect(new Set(lines.map(lineIdentity)).size).toBe(2);
  });

  it('opens with what the statement before closed with, where it says nothing else', () => {
    const balance = (code: string, amount: string, debit = false) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${debit ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>2024-02-29</Dt></Dt></Bal>`;
    const entries: Entry[] = [{ amount: '12.5' }];
    const of = (balances: string) => only(camt('053', '08', entries, balances));
    expect(warned(of(balance('PRCD', '2.5', true) + balance('CLBD', '10')))).toEqual([]);
    expect(warned(of(balance('OPBD', '0') + balance('PRCD', '99') + balance('CLBD', '12.50')))).toEqual([]);
    expect(warned(of(balance('OPBD', '0') + balance('CLBD', '12.49')))).toEqual(['does_not_balance']);
  });
});
