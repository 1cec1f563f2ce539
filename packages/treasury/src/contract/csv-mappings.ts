import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const column = z.int().min(1).max(200);
const maybe = column.nullable().default(null);

export const csvMapping = z
  .object({
    delimiter: z.enum([',', ';', '\t', '|']),
    headerLines: z.int().min(0).max(100).default(1).meta({ description: 'Lines before the first movement' }),
    dateFormat: z
      .string()
      .regex(/^(?=.*YY)(?=.*M)(?=.*D)[YMD./ -]{6,12}$/, 'not a date format')
      .meta({
        description: 'Of YYYY or YY; MM, M, or MMM where months have names; DD or D',
        examples: ['DD.MM.YYYY', 'YYYYMMDD', 'DD-MMM-YYYY'],
      }),
    decimalMark: z.enum(['point', 'comma']),
    bookingDate: column,
    valueDate: maybe,
    amount: maybe.meta({ description: 'The column of a signed amount, or of one whose direction stands in `mark`' }),
    mark: maybe.meta({ description: 'The column that says which amounts are debits' }),
    debitMarks: z.array(schemas.line(40)).max(20).default([]).meta({ description: 'What `mark` holds for a debit' }),
    debit: maybe.meta({ description: 'The column of what leaves the account' }),
    credit: maybe.meta({ description: 'The column of what comes in' }),
    balance: maybe.meta({ description: 'The column of the balance after the movement' }),
    currency: maybe,
    text: z.array(column).max(10).default([]),
    counterpartyName: maybe,
    counterpartyAccount: maybe,
    reference: maybe.meta({ description: 'What the one who paid refers to' }),
    bankReference: maybe.meta({ description: "The bank's own name for a movement: unique, or left out" }),
  })
  .meta({ id: 'BankCsvMapping', description: 'How a bank writes its CSV files; columns count from one' });

const previewed = z.object({
  line: z.int(),
  date: schemas.date.nullable(),
  amount: z.string().nullable(),
  counterparty: z.string().nullable(),
  text: z.string(),
});

export const previewCsv = route({
  name: 'treasury.csv_mapping.preview',
  method: 'POST',
  path: '/csv-mapping-previews',
  summary: 'Show how the beginning of a CSV file would be read; nothing of it is kept',
  input: z.object({ head: schemas.paragraph(64_000).meta({ description: 'The first lines of the file' }), mapping: csvMapping }),
  output: z.object({ items: z.array(previewed) }).meta({ id: 'BankCsvPreview' }),
  errors: ['treasury.invalid_mapping', 'treasury.unreadable_file'],
});
