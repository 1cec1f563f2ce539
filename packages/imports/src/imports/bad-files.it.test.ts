import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as imports from '@atlas/imports/contract';
import type * as sales from '@atlas/sales/contract';
import {
  asAdministrator,
  type Books,
  contentsOf,
  doBackgroundWork,
  dryRun,
  importFiles,
  newBooks,
  operationNamed,
  testStorageFolder,
  upload,
} from '@atlas/testing';
import { describe, expect, it } from 'vitest';

const createImport = operationNamed<typeof imports.createImport>('imports.import.create');
const addFile = operationNamed<typeof imports.addImportFile>('imports.file.add');
const updateImport = operationNamed<typeof imports.updateImport>('imports.import.update');
const mapFile = operationNamed<typeof imports.mapImportFile>('imports.file.map');
const checkImport = operationNamed<typeof imports.checkImport>('imports.import.check');
const runImport = operationNamed<typeof imports.runImport>('imports.import.run');
const getImport = operationNamed<typeof imports.getImport>('imports.import.get');
const listRows = operationNamed<typeof imports.listImportRows>('imports.row.list');
const listInvoices = operationNamed<typeof sales.listInvoices>('sales.invoice.list');

async function* parts(...contents: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* contents;
}

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(1_000_000).fill(0x61);
}

const filesOf = (books: Books): string[] => {
  try {
    return readdirSync(join(testStorageFolder(), books.tenantId));
  } catch {
    return [];
  }
};

describe('a file that is no table', () => {
  const columns = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(',');
  it.each([
    ['empty', () => parts(), 'imports.empty_file', 'The file is empty.'],
    ['a workbook', () => parts(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)), 'imports.binary_file', 'not text. Save the table as CSV'],
    [
      'text with a NUL far inside',
      () => parts(Buffer.from(`a,b\n${'1,2\n'.repeat(50_000)}`), Uint8Array.of(0)),
      'imports.binary_file',
      'not text',
    ],
    ['of 300 MB', () => megabytes(300), 'imports.file_too_large', 'larger than 100 MB'],
    [
      'of 2,000 columns',
      () => parts(Buffer.from(`${columns(2000)}\n`)),
      'imports.not_a_table',
      'it has 2000 columns, more than 500',
    ],
    ['without a heading', () => parts(Buffer.from('a,,c\n1,2,3\n')), 'imports.not_a_table', 'column 2 has no name'],
    ['with a heading twice', () => parts(Buffer.from('a,a\n1,2\n')), 'imports.not_a_table', '"a" stands there twice'],
  ])('%s is refused, changes nothing and leaves nothing', async (_case, content, code, words) => {
    const books = await newBooks();
    const { id } = await books.run(createImport, {});
    const before = await contentsOf(books.tenantId);
    await expect(books.run(addFile, { id, name: 'f.csv', content: content() })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
    expect(await contentsOf(books.tenantId)).toEqual(before);
    expect(filesOf(books)).toEqual([]);
  });
});

const headings = 'Invoice no,Customer code,Date,SKU,Quantity,Price';
const table = (rows: string) => ({ 'sales.csv': `${headings}\n${rows}` });

async function refusals(books: Books, id: string) {
  const { items } = await books.run(listRows, { id, status: 'refused', kind: 'sales.invoice_lines' });
  return items.map(({ rowNumber, code, message }) => [rowNumber, code, message]);
}

const references = async (books: Books) => (await books.run(listInvoices, {})).items.map(({ reference }) => reference).sort();

describe('a table of invoices with their lines', () => {
  it('refuses the documents of bad rows, each with its reason, and posts the others', async () => {
    const books = await newBooks();
    const { id } = await importFiles(
      books,
      table(`A,C1,2026-01-05,P1,2,1.50
A,C1,2026-01-05,P2,1,4
B,C1,2026-02-31,P1,1,1
C,C1,2026-01-06,P1,one,1
D,C1,2026-01-06,P1,1,1
D,C2,2026-01-06,P1,1,1
E,C1,2026-01-06,P1,-1,1
F,C1,2026-01-06,P1,1,0
G,,2026-01-06,P1,1,1
H,C1,2026-01-06,P1,1,1${',x'.repeat(1995)}
I,C1,2019-01-06,P1,1,1
`),
    );
    expect(await refusals(books, id)).toEqual([
      [4, 'invalid_date', 'Date: "2026-02-31" is a day that does not exist.'],
      [5, 'invalid_decimal', 'Quantity: "one" is not a number with a decimal point.'],
      [
        6,
        'document_refused',
        'Its document was refused. Line 7 of its lines: Customer code differs from line 6 of the same document.',
      ],
      [7, 'document_differs', 'Customer code differs from line 6 of the same document.'],
      [8, 'sales.wrong_sign', 'Quantity -1: an invoice takes nothing back; only a credit note does.'],
      [9, 'document_refused', 'Its document was refused. The total of the document is zero: there is nothing to post.'],
      [10, 'required', 'Customer code is empty.'],
      [11, 'too_many_columns', 'The line has 2001 columns, the header 6.'],
      [12, 'document_refused', 'Its document was refused. No fiscal year covers 2019-01-06. Open one first.'],
    ]);
    expect(await references(books)).toEqual(['A']);
  });

  it('gives what is empty its default, and turns documents with the prefix into credit notes', async () => {
    const books = await newBooks();
    const id = await upload(books, table('A,,2026-01-05,P1,2,1.50\nCR7,C1,2026-01-06,P1,-2,1.50\nCR8,C1,2026-01-06,P1,2,1.50\n'));
    const [file] = (await books.run(getImport, { id })).files;
    const map = (defaults: Record<string, string>) =>
      books.run(mapFile, { id, position: 1, kind: file?.kind, mapping: file?.mapping, defaults });
    await expect(map({ quantity: 'many' })).rejects.toMatchObject({ code: 'imports.invalid_default' });
    await expect(map({ shoe: '44' })).rejects.toMatchObject({ code: 'imports.unknown_field' });
    await map({ customer: 'WALK-IN', creditPrefix: 'CR' });
    await books.run(checkImport, { id });
    await doBackgroundWork(books);
    await books.run(runImport, { id });
    await doBackgroundWork(books);
    const { items } = await books.run(listInvoices, { sort: 'date' });
    expect(items.map(({ reference, kind, customerName, net }) => [reference, kind, customerName, net.amount])).toEqual([
      ['A', 'invoice', 'Walk-in customer', '3.00'],
      ['CR7', 'credit_note', 'C1', '3.00'],
    ]);
    expect(await refusals(books, id)).toEqual([
      [4, 'sales.wrong_sign', 'Quantity 2: a credit note takes back, so its amounts have a minus here.'],
    ]);
  });

  it('reads amounts as declared and never guesses', async () => {
    const books = await newBooks();
    const rows = 'A,C1,2026-01-05,P1,1,"1.234,56"\nB,C1,2026-01-05,P1,1,(12.00)\nC,C1,2026-01-05,P1,1,12.50\n';
    const state = await dryRun(books, table(rows));
    const refusedWith = async (mark: 'point' | 'comma') => {
      const { version } = await books.run(getImport, { id: state.id });
      await books.run(updateImport, { id: state.id, version, decimalMark: mark });
      await books.run(checkImport, { id: state.id });
      await doBackgroundWork(books);
      return refusals(books, state.id);
    };
    expect(await refusedWith('point')).toEqual([
      [2, 'invalid_decimal', 'Unit price: "1.234,56" is not a number with a decimal point.'],
      [3, 'validation_failed', 'unitPrice: must not be negative'],
    ]);
    expect(await refusedWith('comma')).toEqual([
      [3, 'invalid_decimal', 'Unit price: "(12.00)" is not a number with a decimal comma.'],
      [4, 'invalid_decimal', 'Unit price: "12.50" is not a number with a decimal comma.'],
    ]);
  });

  it('takes a document from the first file that holds it, with that file’s lines only', async () => {
    const books = await newBooks();
    const rows = 'A,C1,2026-01-05,P1,2,1.50\nA,C1,2026-01-05,P2,1,4\n';
    const { id } = await importFiles(books, {
      'one.csv': `${headings}\n${rows}`,
      'two.csv': `${headings}\n${rows}`,
      'customers.csv': 'Customer code,Name\nC1,Known by name\nC1,Twice\n',
    });
    expect((await refusals(books, id)).map(([row, code, message]) => [row, code, message])).toEqual([
      [2, 'duplicate_key', 'A stands in line 2 of one.csv already.'],
      [3, 'duplicate_key', 'A stands in line 2 of one.csv already.'],
    ]);
    const { items } = await books.run(listInvoices, {});
    expect(items.map(({ net, customerName }) => [net.amount, customerName])).toEqual([['7.00', 'Known by name']]);
  });
});

describe('a file that changes', () => {
  const customers = (name: string) => ({ 'customers.csv': `Customer code,Name\nC1,${name}\n` });

  it('needs another dry run when it was uploaded again, and is then read anew', async () => {
    const books = await newBooks();
    const { id } = await dryRun(books, customers('One'));
    await books.run(addFile, { id, name: 'customers.csv', content: parts(Buffer.from(customers('Two')['customers.csv'])) });
    await expect(books.run(runImport, { id })).rejects.toMatchObject({
      code: 'imports.wrong_status',
      message: expect.stringContaining('check the import first'),
    });
    await books.run(checkImport, { id });
    await doBackgroundWork(books);
    const { items } = await books.run(listRows, { id });
    expect(items.map(({ values }) => values.name)).toEqual(['Two']);
  });

  it.each(['dry run', 'run'])('stops the %s when it is not what was uploaded, and nothing is written', async (step) => {
    const books = await newBooks();
    const id = step === 'run' ? (await dryRun(books, customers('One'))).id : await upload(books, customers('One'));
    const [stored] = await asAdministrator<{ key: string }>(
      'select storage_key as key from import_files where tenant_id = $1 and import_id = $2',
      [books.tenantId, id],
    );
    writeFileSync(join(testStorageFolder(), stored?.key ?? ''), customers('Evil')['customers.csv']);
    await (step === 'run' ? books.run(runImport, { id }) : books.run(checkImport, { id }));
    await doBackgroundWork(books);
    const state = await books.run(getImport, { id });
    expect(state).toMatchObject({
      status: 'failed',
      error: 'customers.csv is not the file that was uploaded any more. Upload it again.',
    });
    expect(state.counts.every(({ created }) => created === 0)).toBe(true);
  });
});
