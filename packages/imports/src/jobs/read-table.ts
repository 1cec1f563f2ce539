import { present } from '@atlas/kernel';
import type { Importable, ImportTable, Mention, RowMentions } from '@atlas/platform';
import type { ReadRow } from './read-rows.ts';

type Values = Readonly<Record<string, string>>;

/** What rows refer to, each with all that any row says of it. */
function collection() {
  const mentions = new Map<string, { readonly mention: Mention; readonly row: ReadRow; readonly data: Record<string, string> }>();
  return {
    add(row: ReadRow, mention: Mention): void {
      const place = `${mention.kind} ${mention.key}`;
      const known = mentions.get(place);
      if (!known) mentions.set(place, { mention, row, data: { ...mention.values } });
      else for (const [field, value] of Object.entries(mention.values)) known.data[field] ||= value;
    },
    *rows(): Generator<ReadRow> {
      for (const { mention, row, data } of mentions.values()) {
        for (const [field, value] of Object.entries(mention.otherwise)) data[field] ||= value;
        yield { ...row, kind: mention.kind, key: mention.key, data, unlessStaged: true };
      }
    },
  };
}

const differingField = (one: Values, other: Values): string | undefined =>
  Object.keys(one).find((field) => one[field] !== other[field]);

/**
 * Turns the rows of a table into lines, each document before its first line, and at the end what rows refer to. A row that
 * contradicts its document is refused. Memory grows with documents and what they refer to, not with lines.
 */
export async function* readTable(
  rows: AsyncIterable<ReadRow>,
  table: ImportTable,
  { kind, lines }: Importable,
): AsyncGenerator<ReadRow> {
  const lineKind = present(lines, 'a table holds lines').name;
  const documents = new Map<string, { readonly said: Values; readonly rowNumber: number }>();
  const others = collection();
  /** The line of a row that says the same of its document as the rows before it, else a refusal. */
  const lineOf = (row: ReadRow, { document }: RowMentions): ReadRow => {
    const line = { ...row, kind: lineKind };
    const known = documents.get(row.key);
    const field = known && differingField(document, known.said);
    if (field === undefined) return line;
    const label = kind.fields[field]?.label ?? field;
    const message = `${label} differs from line ${known?.rowNumber} of the same document.`;
    return { ...line, status: 'refused', code: 'document_differs', message };
  };
  for await (const row of rows) {
    if (row.status === 'refused') {
      yield { ...row, kind: lineKind };
      continue;
    }
    const mentions = table.mentions(row.data);
    if (!documents.has(row.key)) {
      documents.set(row.key, { said: mentions.document, rowNumber: row.rowNumber });
      yield { ...row, kind: kind.name, data: mentions.document };
    }
    yield lineOf(row, mentions);
    for (const mention of mentions.others) others.add(row, mention);
  }
  yield* others.rows();
}
