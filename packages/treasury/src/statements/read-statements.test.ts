import { decimal, decimalText } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { csvMapping } from '../contract/csv-mappings.ts';
import { acceptStatement } from '../domain/accept-statement.ts';
import { isSameAccount } from '../domain/account-number.ts';
import cases from '../domain/csv.cases.json' with { type: 'json' };
import { csvAmount, csvDay } from '../domain/csv-cells.ts';
import { readStatementLine } from '../domain/mt940-line.ts';
import { balanceOf, type Statement } from '../domain/statement.ts';
import { readStatements } from './read-statements.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const read = (text: string): Statement[] => readStatements(bytes(text), null).statements;
const only = (text: string): Statement => {
  const [statement] = read(text);
  if (!statement) throw new Error('no statement');
  return statement;
};
const same = (text: string | undefined): string => decimalText(decimal(text ?? '0'));

describe('CSV', () => {
  it.each(cases.layouts)('$name, in UTF-8 and Latin-1, oldest or newest line first', ({ mapping, lines }) => {
    const parsed = csvMapping.parse(mapping);
    const newestFirst = [lines[0], ...lines.slice(1).toReversed()];
    for (const [text, encoding] of [
      [lines, 'utf8'],
      [lines, 'latin1'],
      [newestFirst, 'utf8'],
    ] as const) {
      const { format, statements } = readStatements(bytes(`${text.join('\r\n')}\r\n`, encoding), parsed);
      expect(format).toBe('csv');
      const [statement] = statements as [Statement];
      const entries = text === lines ? statement.entries : statement.entries.toReversed();
      expect(entries.map(({ bookingDate, amount }) => [bookingDate, amount])).toEqual(cases.expected.transactions);
      expect(same(balanceOf(statement, 'opening')?.amount)).toBe(cases.expected.opening);
      expect(balanceOf(statement, 'closing')?.amount).toBe(cases.expected.closing);
      expect(acceptStatement(statement, 'EUR').warnings).toEqual([]);
      if (text === lines && mapping.delimiter === ';') expect(entries[0]?.text).toBe('Betaling · NL47INGB9999999999');
    }
  });

  it('takes the direction from a column of its own', () => {
    const mapping = csvMapping.parse({
      delimiter: ',',
      dateFormat: 'M/D/YYYY',
      decimalMark: 'point',
      bookingDate: 1,
      amount: 2,
      mark: 3,
      debitMarks: ['DR'],
      headerLines: 0,
    });
    const { statements } = readStatements(bytes('3/9/2026,12.00,dr\n12/31/2026,"1,200.50",CR\n'), mapping);
    expect(statements[0]?.entries.map(({ bookingDate, amount }) => [bookingDate, amount])).toEqual([
      ['2026-03-09', '-12.00'],
      ['2026-12-31', '1200.50'],
    ]);
  });

  it.each([
    ['1.234,56', 'comma', '1234.56'],
    ["1'234.56", 'point', '1234.56'],
    ['(12.00)', 'point', '-12.00'],
    ['12,-', 'comma', '-12'],
    ['−3,50 €', 'comma', '-3.50'],
    ['EUR 7.00', 'point', '7.00'],
    ['1,234.56', 'comma', null],
    ['1.5', 'comma', null],
    ['', 'point', null],
    ['abc', 'point', null],
  ] as const)('amount %s with a decimal %s', (text, mark, amount) => expect(csvAmount(text, mark)).toBe(amount));

  it.each([
    ['31.12.26', 'DD.MM.YY', '2026-12-31'],
    ['20261231', 'YYYYMMDD', '2026-12-31'],
    ['31.12.2026 23:59', 'DD.MM.YYYY', '2026-12-31'],
    ['31.02.2026', 'DD.MM.YYYY', null],
    ['2026-12-31', 'DD.MM.YYYY', null],
    ['1/2/2026', 'M/D/YYYY', '2026-01-02'],
  ])('day %s as %s', (text, format, day) => expect(csvDay(text, format)).toBe(day));
});

describe('field 61', () => {
  it.each([
    [
      '2601020102C12,50NTRFNONREF',
      { valueDate: '2026-01-02', bookingDate: '2026-01-02', amount: '12.50', type: 'NTRF', customerReference: null },
    ],
    [
      '2512310102D12,NTRFR1//B1',
      { valueDate: '2025-12-31', bookingDate: '2026-01-02', amount: '-12', customerReference: 'R1', bankReference: 'B1' },
    ],
    ['260102RC5,00NTRFR1', { amount: '-5.00', mark: 'RC' }],
    ['260102RD5,00NTRFR1', { amount: '5.00', mark: 'RD' }],
    ['260102CR5,00F123R1', { amount: '5.00', mark: 'C', type: 'F123' }],
    ['260102DR,50SSWI', { amount: '-0.50', type: 'SSWI' }],
    ['2402280229C1,NMSCX\nsupplementary', { bookingDate: '2024-02-29', supplementary: 'supplementary' }],
    ['260102EC5,00NTRFR1', { mark: 'EC' }],
  ])('%s', (field, expected) => expect(readStatementLine(field)).toMatchObject(expected));
  it.each(['', '26010C1,0NTRF', '260102X1,0NTRF', '260102CNTRF'])('%s is none', (field) =>
    expect(readStatementLine(field)).toBeNull(),
  );
});

const mt940 = (...fields: string[]): string =>
  `:20:A\n:25:NL91ABNA0417164300\n:28C:1/1\n:60F:C260101EUR10,00\n${fields.join('\n')}\n-\n`;

describe('MT940', () => {
  it('reads sub-fields, words between slashes and plain text of field 86', () => {
    const { entries } = only(
      mt940(
        ':61:260102C1,00NTRFNONREF',
        ':86:166?00GUTSCHRIFT?20EREF+E2E-1?21SVWZ+Invoice 7 and?22 more?30BIC?31DE89370400440532013000?32Customer ?33One',
        ':61:260102C1,00NTRFNONREF',
        ':86:/TRTP/SEPA/IBAN/NL20INGB0001234567/BIC/INGBNL2A/NAME/A. Person/REMI/USTD//Thanks/EREF/E2E-2/',
        ':61:260102C1,00NTRFNONREF',
        ':86:Plain text',
        'in two lines',
      ),
    );
    expect(
      entries.map(({ reference, counterparty, text }) => [reference, counterparty.name, counterparty.account, text]),
    ).toEqual([
      ['E2E-1', 'Customer One', 'DE89370400440532013000', 'Invoice 7 and more'],
      ['E2E-2', 'A. Person', 'NL20INGB0001234567', 'Thanks'],
      [null, null, null, 'Plain text in two lines'],
    ]);
  });

  it('reads envelopes, several statements and pages, and keeps what it cannot read as a warning', () => {
    const page =
      '{1:F01X}{2:O940Y}{4:\r\n:20:A\r\n:25:NL91ABNA0417164300\r\n:28C:1/1\r\n:60F:C260101EUR1,00\r\n:61:oops\r\n:62M:C260101EUR1,00\r\n-}{5:}\r\n';
    const statements = read(page + page.replaceAll('1/1', '1/2').replace('60F', '60M').replace('62M', '62F'));
    expect(statements.map(({ number }) => number)).toEqual(['1/1', '1/2']);
    expect(acceptStatement(statements[0] as Statement, 'EUR').warnings).toEqual([
      { code: 'line_unreadable', values: { line: '6', text: 'oops' } },
    ]);
  });

  it('holds MT942 to the sums that it states, and books nothing that is only expected', () => {
    const text = ':20:A\n:25:X\n:28C:1\n:34F:EUR0\n:61:260102EC5,00NTRFR1\n:61:260102C1,00NTRFR2\n:90C:2EUR7,00\n-';
    const accepted = acceptStatement(only(text), 'EUR');
    expect(accepted.lines).toHaveLength(1);
    expect(accepted.warnings.map(({ code }) => code)).toEqual(['sums_differ', 'not_booked']);
  });
});

const camt = (
  version: string,
  entry: string,
): string => `<?xml version="1.0"?><c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><c:BkToCstmrStmt><c:Stmt><c:Id>S</c:Id>
<c:Acct><c:Id><c:IBAN>NL91ABNA0417164300</c:IBAN></c:Id></c:Acct>${entry.replace(/<(\/?)(\w)/g, '<$1c:$2')}</c:Stmt></c:BkToCstmrStmt></c:Document>`;

describe('CAMT', () => {
  it.each([
    ['02', '<Sts>BOOK</Sts>', '<Dbtr><Nm>A &amp; B &#8364;</Nm></Dbtr>'],
    ['08', '<Sts><Cd>BOOK</Cd></Sts>', '<Dbtr><Pty><Nm>A &amp; B &#8364;</Nm></Pty></Dbtr>'],
  ])('version %s: a reversal says its own direction', (version, status, debtor) => {
    const { entries } = only(
      camt(
        version,
        `<Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>${status}<BookgDt><DtTm>2026-01-02T23:30:00-05:00</DtTm></BookgDt>
        <AcctSvcrRef>B1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties>${debtor}</RltdPties></TxDtls></NtryDtls></Ntry>`,
      ),
    );
    expect(entries).toMatchObject([
      {
        status: 'booked',
        amount: '5.00',
        bookingDate: '2026-01-02',
        isReversal: true,
        bankReference: 'B1',
        reference: null,
        counterparty: { name: 'A & B €' },
      },
    ]);
  });

  it('leaves what is pending out, and what is in another currency', () => {
    const entry = (currency: string, status: string) =>
      `<Ntry><Amt Ccy="${currency}">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>2026-01-02</Dt></BookgDt></Ntry>`;
    const accepted = acceptStatement(only(camt('04', entry('EUR', 'BOOK') + entry('EUR', 'PDNG') + entry('USD', 'BOOK'))), 'EUR');
    expect(accepted.lines.map(({ minor }) => minor)).toEqual([-500n]);
    expect(accepted.warnings.map(({ code }) => code)).toEqual(['line_in_other_currency', 'not_booked']);
  });

  it.each(['<Document><BkToCstmrStmt>', '<!DOCTYPE x><Document/>', '<?xml version="1.0"?><Other/>'])('refuses %s', (text) =>
    expect(() => read(text.startsWith('<!') ? `<?xml version="1.0"?>${text}` : text)).toThrow(
      expect.objectContaining({ code: 'treasury.unreadable_file' }),
    ),
  );
});

describe('OFX', () => {
  const ofx = (transaction: string) =>
    `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN>${transaction}</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

  it.each([
    [
      '<TRNTYPE>DEBIT<DTPOSTED>20260102233000.000[-5:EST]<TRNAMT>-16,85<FITID>1<NAME>A &amp; B<MEMO>A &amp; B Shop',
      { bookingDate: '2026-01-02', amount: '-16.85', text: 'A & B Shop' },
    ],
    [
      '<TRNTYPE>CREDIT\n<DTPOSTED>20260102\n<TRNAMT>+1.234,50\n<FITID>\n<MEMO>\n<CHECKNUM>7\n',
      { amount: '1234.50', bankReference: null, text: '', reference: '7' },
    ],
    [
      '<trntype>OTHER</trntype><dtposted></dtposted><trnamt>5</trnamt><name><![CDATA[A <b> & c]]></name>',
      { bookingDate: null, amount: '5', text: 'A <b> & c' },
    ],
  ])('%s', (transaction, expected) => expect(only(ofx(transaction)).entries).toMatchObject([expected]));
});

describe('what a file calls an account', () => {
  it.each([
    ['NL91 ABNA 0417 1643 00', true],
    ['0417164300', true],
    ['417164300EUR', true],
    ['ABNANL2A/0417164300', true],
    [null, true],
    ['NL20INGB0001234567', false],
    ['300', false],
    ['', false],
  ])('%s is NL91ABNA0417164300: %s', (stated, expected) => expect(isSameAccount(['NL91ABNA0417164300'], stated)).toBe(expected));
});

describe('what is made to keep a reader busy', () => {
  const many = 200_000;
  it.each([
    ['comments without end', `<OFX>${'<!--'.repeat(many)}<STMTRS><ACCTID>1`],
    ['marked sections without end', `<OFX>${'<![CDATA['.repeat(many)}<STMTRS><ACCTID>1`],
    ['elements in elements', `<OFX><STMTRS>${'<A>'.repeat(many)}${'</A>'.repeat(many)}`],
    ['elements beside elements', `<OFX><STMTRS>${'<A></A>'.repeat(many)}`],
  ])('%s', (_name, text) => expect(read(text)).toHaveLength(1));

  it('one entry with fields without end', () =>
    expect(only(mt940(':61:260102C1,00NTRFX', ':86:abc\n'.repeat(many))).entries).toHaveLength(1));
});

describe('what is no file of a bank', () => {
  it.each([
    ['%PDF-1.7', 'unreadable_file'],
    ['PK\u0003\u0004', 'unreadable_file'],
    ['a\u0000b', 'unreadable_file'],
    ['a,b\n', 'mapping_missing'],
  ])('%j: %s', (text, code) =>
    expect(() => readStatements(bytes(text), null)).toThrow(expect.objectContaining({ code: `treasury.${code}` })),
  );
});
