import { uuidv7 } from '@atlas/kernel';
import { type Importable, type ImportOutcome, type ImportRecord, refusedBy, type TenantTx, textOrNull } from '@atlas/platform';
import { dimensionValuesKind } from '../contract/dimension-imports.ts';
import { createDimensionValue } from '../contract/dimensions.ts';
import { type KnownCodes, knownCodes } from './import-values.repository.ts';
import { insertValues, type ValueRow } from './values.repository.ts';

const shape = createDimensionValue.input.pick({ code: true, name: true });

type Said = Pick<ValueRow, 'code' | 'name'> & { readonly dimension: string; readonly above: string | null };

function readRow({ sequence, values }: ImportRecord): Said | ImportOutcome {
  const parsed = shape.safeParse(values);
  if (!parsed.success) return refusedBy(parsed.error, sequence);
  return { ...parsed.data, dimension: values.dimension ?? '', above: textOrNull(values.parent) };
}

const isOutcome = (row: Said | ImportOutcome): row is ImportOutcome => 'status' in row;

const known = (tx: TenantTx, records: readonly ImportRecord[]): Promise<KnownCodes> =>
  knownCodes(
    tx,
    records.flatMap(({ values }) => [values.code ?? '', values.parent ?? '']),
  );

/** Why a value cannot be added; null when it can. @param comes whether a value above comes with the same files */
function whyNot({ dimension, above }: Said, { dimensions, values }: KnownCodes, comes: boolean): string | null {
  if (!dimensions.has(dimension)) return `There is no dimension "${dimension}" in use.`;
  if (above === null || comes || values.has(`${dimension} ${above}`)) return null;
  return `There is no value "${above}", and the files bring none.`;
}

const refused = (sequence: number, message: string): ImportOutcome => ({
  sequence,
  status: 'refused',
  code: 'accounting.unknown_dimension_value',
  message,
});

/** Values of dimensions. */
export const importDimensionValues: Importable = {
  kind: dimensionValuesKind,
  does: ['accounting.dimension_value.create'],
  after: [],
  above: ({ dimension = '', parent }) => (parent ? `${dimension} ${parent}` : null),
  check: async (tx, records, staged) => {
    const codes = await known(tx, records);
    return records.map((record): ImportOutcome => {
      const row = readRow(record);
      if (isOutcome(row)) return row;
      const comes = row.above !== null && staged.has(dimensionValuesKind.name, `${row.dimension} ${row.above}`);
      const why = whyNot(row, codes, comes);
      return why === null ? { sequence: record.sequence, status: 'ready' } : refused(record.sequence, why);
    });
  },
  apply: async (tx, records) => {
    const codes = await known(tx, records);
    const fresh: ValueRow[] = [];
    const add = (sequence: number, row: Said): ImportOutcome | null => {
      const key = `${row.dimension} ${row.code}`;
      const existing = codes.values.get(key);
      if (existing) return { sequence, status: 'unchanged', targetId: existing };
      const why = whyNot(row, codes, true);
      if (why !== null) return refused(sequence, why);
      if (row.above !== null && !codes.values.has(`${row.dimension} ${row.above}`)) return null;
      const parentId = row.above === null ? null : (codes.values.get(`${row.dimension} ${row.above}`) ?? null);
      const dimensionId = codes.dimensions.get(row.dimension) as string;
      const value = { id: uuidv7(), dimensionId, code: row.code, name: row.name, parentId, archivedAt: null, version: 1 };
      fresh.push(value);
      codes.values.set(key, value.id);
      return { sequence, status: 'created', targetId: value.id };
    };
    const outcomes = records.flatMap((record) => {
      const row = readRow(record);
      return (isOutcome(row) ? row : add(record.sequence, row)) ?? [];
    });
    if (fresh.length > 0) await insertValues(tx, fresh);
    for (const value of fresh) tx.record({ subjectId: value.id, after: value });
    return outcomes;
  },
};
