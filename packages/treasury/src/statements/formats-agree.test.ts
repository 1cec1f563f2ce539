import { addDays, businessDate, scaledText } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvMapping } from '../contract/csv-mappings.ts';
import { acceptStatement } from '../domain/accept-statement.ts';
import { readStatements } from './read-statements.ts';

type Movement = { readonly day: string; readonly minor: bigint; readonly reference: string; readonly text: string };
type Written = { readonly opening: bigint; readonly movements: readonly Movement[] };

const closingOf = ({ opening, movements }: Written): bigint => movements.reduce((sum, { minor }) => sum + minor, opening);
const size = (minor: bigint): string => scaledText(minor < 0n ? -minor : minor, 2);
const compact = (day: string): string => day.replaceAll('-', '');
const first = ({ movements }: Written): string => movements[0]?.day ?? '';
const last = ({ movements }: Written): string => movements.at(-1)?.day ?? '';
const mark = (minor: bigint, debit: string, credit: string): string => (minor < 0n ? debit : credit);

const mt940 = (all: Written): string => {
  const balance = (tag: string, minor: bigint, day: string) =>
    `:${tag}:${mark(minor, 'D', 'C')}${compact(day).slice(2)}EUR${size(minor).replace('.', ',')}`;
  const lines = all.movements.flatMap(({ day, minor, reference, text }) => [
    `:61:${compact(day).slice(2)}${compact(day).slice(4)}${mark(minor, 'D', 'C')}${size(minor).replace('.', ',').replace(/0$/, '')}NTRFNONREF//${reference}`,
    `:86:${text.match(/.{1,65}/g)?.join('\r\n')}`,
  ]);
  return [
    ':20:S',
    ':25:DE1',
    ':28C:1/1',
    balance('60F', all.opening, first(all)),
    ...lines,
    balance('62F', closingOf(all), last(all)),
    '-',
  ].join('\r\n');
};

const camt = (all: Written): string => {
  const money = (minor: bigint) => `<Amt Ccy="EUR">${size(minor)}</Amt><CdtDbtInd>${mark(minor, 'DBIT', 'CRDT')}</CdtDbtInd>`;
  const balance = (code: string, minor: bigint, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(minor)}<Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entries = all.movements.map(
    ({ day, minor, reference, text }) =>
      `<Ntry>${money(minor)}<Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  return `<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt><Id>S</Id>${balance('OPBD', all.opening, first(all))}${balance('CLBD', closingOf(all), last(all))}${entries.join('\n')}</Stmt></BkToCstmrStmt></Document>`;
};

const ofx =
  (isXml: boolean) =>
  (all: Written): string => {
    const element = (name: string, value: string) => `<${name}>${value}${isXml ? `</${name}>` : '\n'}`;
    const entries = all.movements.map(
      ({ day, minor, reference, text }) =>
        `<STMTTRN>${element('TRNTYPE', 'OTHER')}${element('DTPOSTED', `${compact(day)}120000[+1:CET]`)}${element('TRNAMT', `${mark(minor, '-', '')}${size(minor)}`)}${element('FITID', reference)}${element('MEMO', text)}</STMTTRN>`,
    );
    const balance = `<LEDGERBAL>${element('BALAMT', `${mark(closingOf(all), '-', '')}${size(closingOf(all))}`)}${element('DTASOF', compact(last(all)))}</LEDGERBAL>`;
    return `${isXml ? '<?xml version="1.0"?>\n' : 'OFXHEADER:100\n'}<OFX><STMTRS>${element('CURDEF', 'EUR')}<BANKTRANLIST>${entries.join('')}</BANKTRANLIST>${balance}</STMTRS></OFX>`;
  };

const thousands = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
const csv = (all: Written): string => {
  let balance = all.opening;
  const rows = all.movements.map(({ day, minor, reference, text }) => {
    balance += minor;
    const [year, month, date] = day.split('-');
    const money = (value: bigint) => {
      const [whole = '', cents] = size(value).split('.');
      return `${thousands(whole)},${cents}${value < 0n ? '-' : ''}`;
    };
    return [
      `${date}.${month}.${year}`,
      `"${text}"`,
      reference,
      minor < 0n ? money(-minor) : '',
      minor < 0n ? '' : money(minor),
      money(balance),
    ].join(';');
  });
  return ['Datum;Text;Ref;Soll;Haben;Saldo', ...rows].join('\n');
};

const mapping = csvMapping.parse({
  ...{ delimiter: ';', dateFormat: 'DD.MM.YYYY', decimalMark: 'comma', bookingDate: 1, text: [2], bankReference: 3 },
  ...{ debit: 4, credit: 5, balance: 6 },
});

const letters = 'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789'.split('');
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 30 }).map((chars) => chars.join(''));
const movement = fc.record({
  later: fc.nat(40),
  minor: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }).filter((minor) => minor !== 0n),
  reference: word.map((text) => `R${text}`.slice(0, 16)),
  text: fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `T ${words.join(' ')}`),
});
const written = fc
  .record({
    opening: fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
    list: fc.array(movement, { minLength: 1, maxLength: 12 }),
  })
  .map(({ opening, list }): Written => {
    let day = businessDate('2023-11-20');
    const movements = list.map(({ later, ...rest }) => {
      day = addDays(day, later);
      return { ...rest, day };
    });
    return { opening, movements };
  });

describe('movements written in a format', () => {
  it.each<[string, (all: Written) => string]>([
    ['MT940', mt940],
    ['CAMT', camt],
    ['OFX of the first generation', ofx(false)],
    ['OFX of the second generation', ofx(true)],
    ['a table', csv],
  ])('%s are read as they were, and balance', (name, write) => {
    fc.assert(
      fc.property(written, (all) => {
        const { statements } = readStatements(new Uint8Array(Buffer.from(write(all))), mapping);
        const accepted = statements.map((statement) => acceptStatement(statement, 'EUR'));
        expect(accepted.map(({ warnings }) => warnings)).toEqual([[]]);
        expect(accepted[0]?.closing).toEqual({ minor: closingOf(all), date: last(all) });
        if (!name.startsWith('OFX')) expect(accepted[0]?.opening?.minor).toBe(all.opening);
        expect(
          accepted[0]?.lines.map(({ bookingDate, minor, bankReference, text }) => ({
            day: bookingDate,
            minor,
            reference: bankReference,
            text,
          })),
        ).toEqual(all.movements.map(({ day, minor, reference, text }) => ({ day, minor, reference, text })));
      }),
      { numRuns: 80 },
    );
  });
});
