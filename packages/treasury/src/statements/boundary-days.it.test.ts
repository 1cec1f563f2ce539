import { scaledText } from '@atlas/kernel';
import { type Books, bytesOf, doBackgroundWork, newBooks, sendBytes } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createBankAccount } from '../accounts/create-bank-account.ts';
import { getBankAccount } from '../accounts/read-bank-accounts.ts';
import { beginStatementUpload } from './begin-statement-upload.ts';
import { importStatements } from './import-statements.ts';
import { getStatementImport } from './read-bank-statements.ts';

const number = 'NL91ABNA0417164300';

/** Day of March and cents; every line says the same. */
type Line = readonly [day: number, cents: number];
type File = { readonly opening: number | null; readonly lines: readonly Line[]; readonly page?: string };

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, [, cents]) => sum + cents, 0);
const day = (of: number): string => `2026-03-${String(of).padStart(2, '0')}`;
const money = (cents: number): string => scaledText(BigInt(cents), 2);
const size = (cents: number): string => money(Math.abs(cents));
const endsOf = ({ lines }: File): [string, string] => [day(lines[0]?.[0] ?? 1), day(lines.at(-1)?.[0] ?? 1)];
const closingOf = ({ opening, lines }: File): number => (opening ?? 0) + sumOf(lines);

const mt940 = (file: File): string => {
  const [first, last] = endsOf(file).map((each) => each.replaceAll('-', '').slice(2));
  const balance = (tag: string, on: string | undefined, cents: number) =>
    file.opening === null ? '' : `:${tag}:${cents < 0 ? 'D' : 'C'}${on}EUR${size(cents).replace('.', ',')}\n`;
  const lines = file.lines.map(([of, cents]) => {
    const on = day(of).replaceAll('-', '');
    return `:61:${on.slice(2)}${on.slice(4)}${cents < 0 ? 'D' : 'C'}${size(cents).replace('.', ',')}NTRFNONREF\n:86:Toll\n`;
  });
  const page = file.page ? `:28C:${file.page}\n` : '';
  return `:20:X\n:25:${number}\n${page}${balance('60F', first, file.opening ?? 0)}${lines.join('')}${balance('62F', last, closingOf(file))}-\n`;
};

const camt = (file: File): string => {
  const [first, last] = endsOf(file);
  const amount = (cents: number) => `<Amt Ccy="EUR">${size(cents)}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  const balance = (code: string, cents: number, on: string) =>
    file.opening === null
      ? ''
      : `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>${on}</Dt></Dt></Bal>`;
  const lines = file.lines.map(
    ([of, cents]) =>
      `<Ntry>${amount(cents)}<Sts>BOOK</Sts><BookgDt><Dt>${day(of)}</Dt></BookgDt><AcctSvcrRef>NOTPROVIDED</AcctSvcrRef><AddtlNtryInf>Toll</AddtlNtryInf></Ntry>`,
  );
  const days = `<FrToDt><FrDtTm>${first}T00:00:00</FrDtTm><ToDtTm>${last}T23:59:59</ToDtTm></FrToDt>`;
  return `<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt><Id>S</Id>${days}<Acct><Id><IBAN>${number}</IBAN></Id></Acct>${balance('OPBD', file.opening ?? 0, first)}${balance('CLBD', closingOf(file), last)}${lines.join('')}</Stmt></BkToCstmrStmt></Document>`;
};

const csv = (file: File): string =>
  [
    'Date;Amount;Text;Balance',
    ...file.lines.map(([of, cents], index) => [day(of), money(cents), 'Toll', after(file, index)].join(';')),
  ]
    .map((row) => `${row}\n`)
    .join('');
const after = ({ opening, lines }: File, index: number): string =>
  opening === null ? '' : money(opening + sumOf(lines.slice(0, index + 1)));

const formats: Record<string, (file: File) => string> = { mt940, camt, csv };

const columns = { delimiter: ';', dateFormat: 'YYYY-MM-DD', decimalMark: 'point', bookingDate: 1, amount: 2, text: [3] } as const;

async function withAccount(): Promise<{ books: Books; id: string }> {
  const books = await newBooks();
  const { id } = await books.run(createBankAccount, {
    name: 'House bank',
    number,
    currency: 'EUR',
    ledgerAccountId: books.account('1020'),
    csvMapping: { ...columns, balance: 4 },
  });
  return { books, id };
}

/** How many lines each file brought that none brought before. */
async function brought(files: readonly string[]): Promise<{ counts: number[]; balance: string | undefined }> {
  const { books, id } = await withAccount();
  const counts: number[] = [];
  for (const content of files) {
    const bytes = Buffer.from(content);
    const upload = { id, name: 'a.txt', byteCount: bytes.length };
    const begun = await books.run(beginStatementUpload, upload, { at: new Date().toISOString() });
    await sendBytes(begun, bytesOf(bytes));
    const { id: importId } = await books.run(importStatements, { id, uploadId: begun.id });
    await doBackgroundWork(books);
    const { status, newLineCount } = await books.run(getStatementImport, { id: importId });
    expect(status).toBe('completed');
    counts.push(newLineCount);
  }
  return { counts, balance: (await books.run(getBankAccount, { id })).balance?.amount };
}

describe.each(Object.entries(formats))('equal lines on the day where two statements of %s meet', (_format, write) => {
  const first: File = {
    opening: 10_000,
    lines: [
      [1, -100],
      [2, -100],
    ],
  };
  const second: File = {
    opening: 9_800,
    lines: [
      [2, -100],
      [2, -100],
      [3, -100],
    ],
  };

  it('are movements of their own where the second opens with what the first closed with', async () => {
    const both = [first, second].map(write);
    expect(await brought([...both, ...both])).toEqual({ counts: [2, 3, 0, 0], balance: '95.00' });
  });

  it('are so, too, when the second comes before the first, or between two others', async () => {
    const third: File = {
      opening: 9_500,
      lines: [
        [3, -100],
        [4, -100],
      ],
    };
    const both = [second, first].map(write);
    expect(await brought([...both, ...both])).toMatchObject({ counts: [3, 2, 0, 0] });
    expect(await brought([first, third, second].map(write))).toMatchObject({ counts: [2, 2, 3] });
  });

  it('are the same where the second repeats the day, which its balances say', async () => {
    const again: File = {
      opening: 9_900,
      lines: [
        [2, -100],
        [2, -100],
        [3, -100],
      ],
    };
    expect(await brought([first, again].map(write))).toMatchObject({ counts: [2, 2] });
  });

  it('are the same where no balance tells them apart', async () => {
    const without = [first, second].map((file) => write({ ...file, opening: null }));
    expect(await brought([...without, ...without])).toMatchObject({ counts: [2, 2, 0, 0] });
  });

  it('are the same where they come to nothing together, so that a repeated day opens like the next', async () => {
    const day: File = {
      opening: 10_000,
      lines: [
        [2, -100],
        [2, 100],
      ],
    };
    const longer: File = {
      opening: 10_000,
      lines: [
        [2, -100],
        [2, 100],
        [2, -250],
      ],
    };
    expect(await brought([day, longer].map(write))).toMatchObject({ counts: [2, 1], balance: '97.50' });
  });

  it('are the same as those that came without balances before', async () => {
    const today: File = { opening: null, lines: [[2, -100]] };
    expect(await brought([first, today, second].map(write))).toMatchObject({ counts: [2, 0, 3], balance: '95.00' });
    const later: File = {
      opening: null,
      lines: [
        [2, -100],
        [2, -100],
      ],
    };
    expect(await brought([first, later, second].map(write))).toMatchObject({ counts: [2, 1, 2], balance: '95.00' });
  });
});

describe('statements with numbers', () => {
  it('bring none of the lines twice that came without balances between them', async () => {
    const files: File[] = [
      { opening: 10_000, lines: [[1, -100]], page: '1/1' },
      { opening: null, lines: [[2, -100]], page: '7' },
      {
        opening: 9_900,
        lines: [
          [2, -100],
          [2, 100],
        ],
        page: '2/1',
      },
    ];
    expect(await brought(files.map(mt940))).toMatchObject({ counts: [1, 1, 1], balance: '99.00' });
  });

  it('of one day are told apart through those between them, whatever comes to nothing', async () => {
    const pages = [1, 2, 3].map(
      (page): File => ({
        opening: 10_000,
        lines: [
          [2, -100],
          [2, 100],
        ],
        page: `${page}/1`,
      }),
    );
    expect(await brought(pages.map(mt940))).toMatchObject({ counts: [2, 2, 2] });
  });
});
