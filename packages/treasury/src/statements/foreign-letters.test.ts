import { describe, expect, it } from 'vitest';
import type { Statement } from '../domain/statement.ts';
import { readStatements } from './read-statements.ts';

const only = (file: string | Uint8Array): Statement => {
  const bytes = typeof file === 'string' ? new Uint8Array(Buffer.from(file)) : file;
  const [statement, ...others] = readStatements(bytes, null).statements;
  if (!statement || others.length > 0) throw new Error('not one statement');
  return statement;
};

describe('a file in the letters of another land', () => {
  const said = (encoding: string, letters: number[]) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
          <Stmt><Acct><Id><IBAN>PL1</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
          <BookgDt><Dt>2026-03-02</Dt></BookgDt><AddtlNtryInf>`),
        Buffer.from(letters),
        Buffer.from('</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>'),
      ]),
    );

  it.each([
    ['windows-1250', [0xa3, 0xf3, 0x64, 0x9f], 'Łódź'],
    ['ISO-8859-2', [0xa3, 0xf3, 0x64, 0xbc], 'Łódź'],
    ['windows-1251', [0xcc, 0xe8, 0xf0], 'Мир'],
    ['UTF-8', [0x4d, 0xfc, 0x6c, 0x6c], 'Müll'],
    ['nobody-knows', [0x4d, 0xfc, 0x6c, 0x6c], 'Müll'],
    ['windows-1250', [...Buffer.from('Łódź')], 'Łódź'],
  ] as const)('that says %s is read', (encoding, letters, text) => {
    expect(only(said(encoding, [...letters])).entries[0]?.text).toBe(text);
  });

  it('is read in OFX by the number of its table', () => {
    const text = `OFXHEADER:100\r\nDATA:OFXSGML\r\nENCODING:USASCII\r\nCHARSET:1250\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM>
      <ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260302<TRNAMT>-1.00<FITID>1<NAME>`;
    const file = Buffer.concat([
      Buffer.from(text),
      Buffer.from([0xa3, 0xf3, 0x64, 0x9f]),
      Buffer.from('</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>'),
    ]);
    expect(only(new Uint8Array(file)).entries[0]?.counterparty.name).toBe('Łódź');
  });
});

describe('a payment that came back', () => {
  it('says why, where it says nothing else', () => {
    const entry = `<Ntry><Amt Ccy="EUR">37.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>
      <NtryDtls><TxDtls><Refs><EndToEndId>E9</EndToEndId></Refs>      <RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>ACCOUNT CLOSED</AddtlInf></RtrInf></TxDtls></NtryDtls><AddtlNtryInf>Return</AddtlNtryInf></Ntry>`;
    const file = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id></Acct>${entry}</Stmt></BkToCstmrStmt></Document>`;
    expect(only(file).entries).toMatchObject([
      { amount: '-37.00', reference: 'E9', isReversal: true, text: 'AC04 ACCOUNT CLOSED Return' },
    ]);
  });
});
