import { describe, expect, it } from 'vitest';
import { csvMapping } from '../contract/csv-mappings.ts';
import { acceptStatement } from '../domain/accept-statement.ts';
import { csvAmount, csvDay } from '../domain/csv-cells.ts';
import { balanceOf, type Statement } from '../domain/statement.ts';
import { readStatements } from './read-statements.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const read = (text: string | Uint8Array, mapping: object | null = null): Statement[] =>
  readStatements(typeof text === 'string' ? bytes(text) : text, mapping && csvMapping.parse(mapping)).statements;
const only = (text: string | Uint8Array, mapping: object | null = null): Statement => {
  const [statement, ...others] = read(text, mapping);
  if (!statement || others.length > 0) throw new Error('not one statement');
  return statement;
};
const figures = ({ entries }: Statement) => entries.map(({ bookingDate, amount }) => [bookingDate, amount]);
const warned = (statement: Statement, currency = 'EUR') => acceptStatement(statement, currency).warnings.map(({ code }) => code);

describe('an amount of a table', () => {
  it.each([
    ['-$1,234.56', 'point', '-1234.56'],
    ['($1,234.56)', 'point', '-1234.56'],
    ['$ -12.50', 'point', '-12.50'],
    ['€-12,50', 'comma', '-12.50'],
    ['-12,50 €', 'comma', '-12.50'],
    ['USD 12.50-', 'point', '-12.50'],
    ['₹ 1,00,000', 'point', '100000'],
    ['1,23,456.78', 'point', '123456.78'],
    ['12,34,56,789', 'point', '123456789'],
    ['12.50 DR', 'point', '-12.50'],
    ['12.50Cr', 'point', '12.50'],
    ['12 EUR DR', 'point', '-12'],
    ['-12.50 dr', 'point', '-12.50'],
    ['12,50 S', 'comma', '-12.50'],
    ['12,50 H', 'comma', '12.50'],
    ['1\u2009234,50', 'comma', '1234.50'],
    ['1\u202f234\u00a0567,5', 'comma', '1234567.5'],
    ['\u20135.00', 'point', '-5.00'],
    ['.5', 'point', '0.5'],
    ['5.', 'point', '5'],
    ['0.00-', 'point', '0.00'],
    ['1.234.567,8', 'comma', '1234567.8'],
    ['-12.50 CR', 'point', null],
    ['--5', 'point', null],
    ['-5-', 'point', null],
    ['1,23', 'point', null],
    ['1,234,56', 'point', null],
    ['1.23.456', 'comma', null],
    ['12.50 EURO', 'point', null],
    ['12 34', 'point', null],
    ['٣', 'point', null],
    ['()', 'point', null],
    ['9'.repeat(19), 'point', null],
    ['0.0000000001', 'point', null],
  ] as const)('%s with a decimal %s is %s', (text, mark, amount) => expect(csvAmount(text, mark)).toBe(amount));
});

describe('a day of a table', () => {
  it.each([
    ['15-Jan-2024', 'DD-MMM-YYYY', '2024-01-15'],
    ['5 Mär 2024', 'D MMM YYYY', '2024-03-05'],
    ['05-DEZ-24', 'DD-MMM-YY', '2024-12-05'],
    ['15. Sept. 2024', 'DD. MMM YYYY', '2024-09-15'],
    ['Jan 15 2024', 'MMM D YYYY', '2024-01-15'],
    ['15JAN2024', 'DDMMMYYYY', '2024-01-15'],
    ['29/02/2024', 'DD/MM/YYYY', '2024-02-29'],
    ['310124', 'DDMMYY', '2024-01-31'],
    ['2024/1/5', 'YYYY/M/D', '2024-01-05'],
    ['2024-01-15T23:30:00Z', 'YYYY-MM-DD', '2024-01-15'],
    ['29-Feb-2023', 'DD-MMM-YYYY', null],
    ['15-Foo-2024', 'DD-MMM-YYYY', null],
    ['15.01.2024', 'DD.MM.YY', null],
    ['15x01x2024', 'DD.MM.YYYY', null],
  ])('%s as %s is %s', (text, format, day) => {
    expect(csvMapping.shape.dateFormat.safeParse(format).success).toBe(true);
    expect(csvDay(text, format)).toBe(day);
  });
});

const table = {
  delimiter: ';',
  dateFormat: 'DD.MM.YYYY',
  decimalMark: 'comma',
  bookingDate: 1,
  text: [2],
  amount: 3,
  balance: 4,
};

describe('a table', () => {
  const preamble = 'Konto;DE00\n\nZeitraum;März\n\n"Datum";"Text, lang";"Betrag";"Saldo"\n';
  const rows = '01.03.2026;Müller & Söhne;-10,00;90,00\n02.03.2026;"Zeile eins\nZeile ""zwei""";25,50;115,50\n';

  it.each<[string, Uint8Array]>([
    ['UTF-8', bytes(preamble + rows)],
    ['UTF-8 behind a mark', bytes(`\uFEFF${preamble}${rows}`)],
    ['UTF-16', bytes(`\uFEFF${preamble}${rows}`, 'utf16le')],
    ['Latin-1', bytes(preamble + rows, 'latin1')],
    ['lines of Windows', bytes((preamble + rows).replaceAll('\n', '\r\n'))],
  ])('in %s: blank lines above it count as lines', (_name, content) => {
    const statement = only(content, { ...table, headerLines: 5 });
    expect(figures(statement)).toEqual([
      ['2026-03-01', '-10.00'],
      ['2026-03-02', '25.50'],
    ]);
    expect(statement.entries.map(({ text }) => text)).toEqual(['Müller & Söhne', 'Zeile eins Zeile "zwei"']);
    expect([balanceOf(statement, 'opening')?.amount, balanceOf(statement, 'closing')?.amount]).toEqual(['100', '115.5']);
    expect(warned(statement)).toEqual([]);
  });

  it('with a heading over two lines begins behind it', () => {
    const text = `Datum;Text;"Betrag\nEUR";Saldo\n${rows}`;
    for (const headerLines of [1, 2]) expect(figures(only(text, { ...table, headerLines }))).toHaveLength(2);
  });

  const byDay = [
    '01.03.2026;a;-10,00;',
    '01.03.2026;b;-20,00;70,00',
    '02.03.2026;c;5,00;',
    '02.03.2026;d;5,00;80,00',
    '03.03.2026;e;1,00;',
  ];
  it.each([
    ['oldest first', byDay],
    ['newest first', byDay.toReversed()],
  ])('that tells a balance only at the end of a day, %s', (_name, lines) => {
    const statement = only(lines.join('\n'), { ...table, headerLines: 0 });
    expect([balanceOf(statement, 'opening')?.amount, balanceOf(statement, 'closing')?.amount]).toEqual(['100', '81']);
    expect([balanceOf(statement, 'opening')?.date, balanceOf(statement, 'closing')?.date]).toEqual(['2026-03-01', '2026-03-03']);
    expect(warned(statement)).toEqual([]);
  });

  it('whose balances are wrong is kept with a warning', () => {
    const statement = only('01.03.2026;a;-10,00;90,00\n02.03.2026;b;-10,00;85,00', { ...table, headerLines: 0 });
    expect(warned(statement)).toEqual(['does_not_balance']);
  });

  it('keeps what it can and says what it cannot', () => {
    const text = '32.03.2026;a;1,00;\n01.03.2026;b;1.00;\n01.03.2026;c;1,005;\n01.03.2026;d;1,00;\nSumme;;3,00;\n';
    expect(warned(only(text, { ...table, headerLines: 0, balance: null }))).toEqual([
      'line_without_date',
      'line_without_amount',
      'line_too_exact',
      'line_without_date',
    ]);
  });
});

describe('OFX', () => {
  const transaction = (day: string, amount: string, id: string, more = '') =>
    `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}${more}</STMTTRN>`;
  const statement = (account: string, transactions: string, balance: string) =>
    `<STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20240201<DTEND>20240229235959[+1:CET]${transactions}</BANKTRANLIST><LEDGERBAL><BALAMT>${balance}<DTASOF>20240229</LEDGERBAL></STMTRS></STMTTRNRS>`;
  const file = (...statements: string[]) =>
    `OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n<OFX><BANKMSGSRSV1>${statements.join('\r\n')}</BANKMSGSRSV1></OFX>`;

  it('of the first generation: days as the bank writes them, several accounts, letters of Windows', () => {
    const lines = [
      transaction('20240229235959.999[+12:NZST]', '-0.5', '1', '<NAME>Café & Söhne<MEMO>'),
      transaction('20240201000000[-11]', '1,000.25', '2'),
    ];
    const found = read(bytes(file(statement('A1', lines.join('\n'), '99.5'), statement('A2', '', '-3')), 'latin1'));
    expect(found.map(({ account, endsOn }) => [account, endsOn])).toEqual([
      ['A1', '2024-02-29'],
      ['A2', '2024-02-29'],
    ]);
    expect(found.map((each) => balanceOf(each, 'closing')?.amount)).toEqual(['99.5', '-3']);
    expect(figures(found[0] as Statement)).toEqual([
      ['2024-02-29', '-0.5'],
      ['2024-02-01', '1000.25'],
    ]);
    expect(found[0]?.entries[0]?.counterparty.name).toBe('Café & Söhne');
  });

  it('of the second generation, with attributes, empty elements and comments', () => {
    const text = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="220"?><!-- made --><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>KWD</CURDEF><CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM>
      <BANKTRANLIST><DTSTART>20240101</DTSTART><DTEND/><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20240131120000[+3:AST]</DTPOSTED><TRNAMT>-1.2505</TRNAMT><FITID>x</FITID><NAME/></STMTTRN>
      <STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20240131</DTPOSTED><TRNAMT>-1.250</TRNAMT><FITID>y</FITID><CURRENCY><CURRATE>3.3</CURRATE><CURSYM>USD</CURSYM></CURRENCY></STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
    const found = only(text);
    expect(figures(found)).toEqual([
      ['2024-01-31', '-1.2505'],
      ['2024-01-31', '-1.250'],
    ]);
    expect(warned(found, 'KWD')).toEqual(['line_too_exact', 'line_in_other_currency']);
  });
});

describe('MT940 and MT942', () => {
  const message = (...fields: string[]) => `:20:A\n:25:NL91ABNA0417164300\n${fields.join('\n')}\n-\n`;

  it('marks of every kind, funds codes, years and more decimals than a euro has', () => {
    const marks = ['C', 'D', 'RC', 'RD', 'CR', 'DR', 'RCR', 'RDR'].map((mark) => `:61:240229${mark}1,5NTRFNONREF`);
    const { entries } = only(message(':28C:1', ...marks));
    expect(entries.map(({ amount }) => amount)).toEqual(['1.5', '-1.5', '-1.5', '1.5', '1.5', '-1.5', '-1.5', '1.5']);
    expect(entries.map(({ isReversal }) => isReversal)).toEqual([false, false, true, true, false, false, true, true]);
    const years = only(
      message(':28C:1', ':61:2401020102D,25N123X', ':61:2312310102C1,NTRFX', ':61:2401021231C1,NTRFX', ':61:791231C1,NTRFX'),
    );
    expect(figures(years)).toEqual([
      ['2024-01-02', '-0.25'],
      ['2024-01-02', '1'],
      ['2023-12-31', '1'],
      ['2079-12-31', '1'],
    ]);
    const dinars = only(message(':28C:1', ':60F:C240101KWD1,000', ':61:240101D0,125NTRFX', ':62F:C240101KWD0,875'));
    expect(acceptStatement(dinars, 'KWD')).toMatchObject({ lines: [{ minor: -125n }], closing: { minor: 875n }, warnings: [] });
  });

  it('field 86 over six lines, cut in the middle of words, twice, and none of another field', () => {
    const long = 'x'.repeat(65);
    const { entries } = only(
      message(
        ':28C:1',
        ':60F:D240101EUR5,00',
        ':61:240101D1,NTRFREF1//BANK1',
        'more of it',
        ':86:105?00LASTSCHRIFT?109310?20EREF+E 1?21MREF+M1?22CRED+DE98?23SVWZ+Rent of',
        '?24March?60and April?3010020030?31DE89370400440532013000?32Long na',
        '?33me',
        ':61:240101C1,NTRFREF2',
        `:86:${long}`,
        'yz short',
        'next',
        ':86:again',
        ':62F:D240101EUR5,00',
        ':86:of the statement',
      ),
    );
    expect(entries.map(({ text, reference, bankReference }) => [text, reference, bankReference])).toEqual([
      ['more of it Rent ofMarchand April', 'REF1', 'BANK1'],
      [`${long}yz short next again`, 'REF2', null],
    ]);
    expect(entries[0]?.counterparty).toEqual({ name: 'Long name', account: 'DE89370400440532013000' });
  });

  it('leaves out what is too large to be an amount, and keeps the rest', () => {
    const huge = only(
      message(
        ':28C:1',
        ':60F:C240101EUR999999999999999999,99',
        ':61:240101C1000000000000000,NTRFA',
        ':61:240101C999999999999999,99NTRFA',
        ':62F:C240101EUR1,',
      ),
    );
    const accepted = acceptStatement(huge, 'EUR');
    expect(accepted).toMatchObject({ lines: [{ minor: 99_999_999_999_999_999n }], opening: null, closing: { minor: 100n } });
    expect(accepted.warnings.map(({ code }) => code)).toEqual(['balance_too_large', 'line_too_large']);
    expect(acceptStatement(huge, 'JPY').warnings.map(({ code }) => code)).toContain('line_too_exact');
  });

  it('pages of one statement go on one from another, and interim reports have no balances', () => {
    const pages = read(
      message(':28C:7/1', ':60F:C240101EUR10,00', ':61:240101D1,NTRFA', ':62M:C240101EUR9,00') +
        message(':28C:7/2', ':60M:C240101EUR9,00', ':61:240101D1,NTRFA', ':62F:C240101EUR8,00'),
    );
    expect(pages.map((page) => [page.number, warned(page)])).toEqual([
      ['7/1', []],
      ['7/2', []],
    ]);
    const report = only(
      message(
        ':28C:8',
        ':34F:EURD0,',
        ':34F:EURC0,',
        ':13D:2401011200+0100',
        ':61:240101RD2,NTRFA',
        ':61:240101RC3,NTRFA',
        ':90D:1EUR3,',
        ':90C:1EUR2,',
      ),
    );
    expect([report.currency, report.startsOn, warned(report)]).toEqual(['EUR', null, []]);
  });
});
