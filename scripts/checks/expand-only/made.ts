import { type Fields, lastName, nodesOf, type Statement, tableOf } from './statement.ts';

/** What a migration makes: what nobody knows yet may be changed and dropped again. */
export type Made = {
  readonly tables: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly indexes: ReadonlySet<string>;
  /** `table.column` */
  readonly columns: ReadonlySet<string>;
  /** `table.name`, of policies and triggers: PostgreSQL replaces them by dropping them. */
  readonly parts: ReadonlySet<string>;
};

const of = (statements: readonly Statement[], kind: string): Fields[] =>
  statements.filter((each) => each.kind === kind).map(({ fields }) => fields);

function* addedColumns(statements: readonly Statement[]): Generator<string> {
  for (const fields of of(statements, 'AlterTableStmt'))
    for (const { subtype, def } of nodesOf('AlterTableCmd', fields))
      if (subtype === 'AT_AddColumn') yield `${tableOf(fields)}.${String((def as { ColumnDef: Fields }).ColumnDef.colname)}`;
}

export function madeBy(statements: readonly Statement[]): Made {
  return {
    tables: new Set([
      ...of(statements, 'CreateStmt').map(tableOf),
      ...of(statements, 'ViewStmt').map(({ view }) => String((view as Fields).relname)),
    ]),
    functions: new Set(of(statements, 'CreateFunctionStmt').map(({ funcname }) => lastName(funcname))),
    indexes: new Set(of(statements, 'IndexStmt').map(({ idxname }) => String(idxname))),
    columns: new Set(addedColumns(statements)),
    parts: new Set([
      ...of(statements, 'CreatePolicyStmt').map(({ table, policy_name }) => `${(table as Fields).relname}.${policy_name}`),
      ...of(statements, 'CreateTrigStmt').map((fields) => `${tableOf(fields)}.${fields.trigname}`),
    ]),
  };
}
