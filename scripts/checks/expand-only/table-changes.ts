import type { Made } from './made.ts';
import { type Fields, nodesOf, tableOf } from './statement.ts';

/** Changes of a table after which everything that was written for it still works. */
const harmless = new Set([
  'AT_DropNotNull',
  'AT_SetStatistics',
  'AT_SetOptions',
  'AT_SetRelOptions',
  'AT_ReplaceRelOptions',
  'AT_ValidateConstraint',
  'AT_EnableRowSecurity',
  'AT_ForceRowSecurity',
]);

const filledIn = new Set(['CONSTR_DEFAULT', 'CONSTR_GENERATED', 'CONSTR_IDENTITY']);

function ofNewColumn({ ColumnDef }: { ColumnDef: Fields }): string | null {
  const kinds = ((ColumnDef.constraints ?? []) as { Constraint: Fields }[]).map(({ Constraint }) => String(Constraint.contype));
  const required = kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY');
  if (!required || kinds.some((kind) => filledIn.has(kind))) return null;
  return `${ColumnDef.colname} must be given, which an earlier release does not: let it be null, or give it a default`;
}

/** Columns that a constraint speaks of. */
function columnsOf(constraint: Fields): string[] {
  const named = [constraint.keys, constraint.fk_attrs].flatMap((list) => [...nodesOf('String', list)]);
  const inside = [...nodesOf('ColumnRef', constraint.raw_expr)].flatMap(({ fields }) => [...nodesOf('String', fields)]);
  return [...named, ...inside].map(({ sval }) => String(sval));
}

function ofConstraint(table: string, constraint: Fields, made: Made): string | null {
  const columns = columnsOf(constraint);
  // An earlier release writes nothing into columns that it does not know.
  if (columns.length > 0 && columns.some((column) => made.columns.has(`${table}.${column}`))) return null;
  return `${constraint.conname ?? 'a constraint'} refuses what an earlier release may write`;
}

function ofChange(table: string, { subtype, name, def }: Fields, made: Made): string | null {
  switch (subtype) {
    case 'AT_AddColumn':
      return ofNewColumn(def as { ColumnDef: Fields });
    case 'AT_AddConstraint':
      return ofConstraint(table, (def as { Constraint: Fields }).Constraint, made);
    case 'AT_ColumnDefault':
      return def === undefined ? `${name} loses its default, which an earlier release relies on` : null;
    case 'AT_DropColumn':
      return `column ${name} is dropped`;
    case 'AT_AlterColumnType':
      return `column ${name} changes its type`;
    case 'AT_SetNotNull':
      return `column ${name} must be given from now on`;
    default:
      return harmless.has(String(subtype)) ? null : `${subtype} is not known to be harmless`;
  }
}

/** What `alter table` takes away from those who know the table. */
export function tableChanges(fields: Fields, made: Made): string[] {
  const table = tableOf(fields);
  if (made.tables.has(table)) return [];
  const changes = [...nodesOf('AlterTableCmd', fields)].map((each) => ofChange(table, each, made));
  return changes.filter((each) => each !== null).map((each) => `${table}: ${each}`);
}
