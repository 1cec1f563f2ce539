import { type Made, madeBy } from './made.ts';
import { type Fields, lastName, nodesOf, type Statement, tableOf } from './statement.ts';
import { tableChanges } from './table-changes.ts';

/** Statements that only add, or change rows as every release may. */
const adding = new Set([
  'CreateSchemaStmt',
  'CreateStmt',
  'CreateFunctionStmt',
  'CreatePolicyStmt',
  'CreateTrigStmt',
  'CreateExtensionStmt',
  'CreateEnumStmt',
  'CreateSeqStmt',
  'AlterDefaultPrivilegesStmt',
  'AlterEnumStmt',
  'ViewStmt',
  'CommentStmt',
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'VariableSetStmt',
]);

type Losing = (fields: Fields, made: Made) => string[];

const own = (kind: string, { tables, functions, indexes }: Made): ReadonlySet<string> | undefined =>
  ({ OBJECT_TABLE: tables, OBJECT_VIEW: tables, OBJECT_FUNCTION: functions, OBJECT_INDEX: indexes })[kind];

/** What is dropped and was there before. A policy or trigger is called `table.name`; one that is made anew is replaced. */
function dropped({ objects, removeType }: Fields, made: Made): string[] {
  return (objects as Fields[]).flatMap((object) => {
    const words = [...nodesOf('String', (object.ObjectWithArgs as Fields | undefined)?.objname ?? object)];
    const name = String(words.at(-1)?.sval);
    const part = words.slice(-2).map(({ sval }) => String(sval));
    return own(String(removeType), made)?.has(name) || made.parts.has(part.join('.')) ? [] : [`${name} is dropped`];
  });
}

/** A unique index on columns that everybody writes. */
function narrowed(fields: Fields, made: Made): string[] {
  const columns = [...nodesOf('IndexElem', fields)].map(({ name }) => String(name));
  const table = tableOf(fields);
  const isNew = made.tables.has(table) || columns.some((column) => made.columns.has(`${table}.${column}`));
  return isNew || fields.unique !== true ? [] : [`${fields.idxname} refuses what an earlier release may write`];
}

/** A right that is taken from somebody; from a function that is new, nobody relies on it. */
function revoked({ is_grant, objects }: Fields, made: Made): string[] {
  if (is_grant === true) return [];
  const functions = [...nodesOf('ObjectWithArgs', objects)].map(({ objname }) => lastName(objname));
  return functions.length > 0 && functions.every((name) => made.functions.has(name)) ? [] : ['a right is revoked'];
}

const losing: Readonly<Record<string, Losing>> = {
  AlterTableStmt: tableChanges,
  DropStmt: dropped,
  IndexStmt: narrowed,
  GrantStmt: revoked,
  RenameStmt: (fields, made) => (made.tables.has(tableOf(fields)) ? [] : [`${tableOf(fields)} or a part of it is renamed`]),
  TruncateStmt: ({ relations }) => [...nodesOf('RangeVar', relations)].map(({ relname }) => `${relname} is emptied`),
  DeleteStmt: (fields) => [`rows of ${tableOf(fields)} are deleted`],
  DoStmt: () => ['nobody can see what a block of code does: write it as statements'],
};

export type Loss = { readonly line: number; readonly message: string };

/** What a migration takes away from those who run on the schema before it. */
export function lossesOf(statements: readonly Statement[]): Loss[] {
  const made = madeBy(statements);
  return statements.flatMap(({ kind, fields, line }) => {
    if (adding.has(kind)) return [];
    const messages = losing[kind]?.(fields, made) ?? [`${kind} is not known to be harmless`];
    return messages.map((message) => ({ line, message }));
  });
}

/** What cannot be in a migration at all: it is one transaction, and leaves nothing behind in its session. */
export function misfitsOf(statements: readonly Statement[]): Loss[] {
  return statements.flatMap(({ kind, fields, line }) => {
    if (kind === 'TransactionStmt') return [{ line, message: 'a migration is one transaction already' }];
    if (fields.concurrent === true) return [{ line, message: 'concurrently does not go in a transaction' }];
    if (kind === 'VariableSetStmt' && fields.is_local !== true)
      return [{ line, message: 'set local: the next migration runs in the same session' }];
    return [];
  });
}
