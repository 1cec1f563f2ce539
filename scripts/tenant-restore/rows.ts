import pg from 'pg';
import type { TenantTable } from './tables.ts';

/** Rows that are on their way at a time. */
const batch = 2000;

const quoted = ({ name }: TenantTable): string => pg.escapeIdentifier(name);

/** Takes the tenant's rows away. Answers how many. */
export async function removeRows(to: pg.Client, table: TenantTable): Promise<number> {
  return (await to.query(`delete from ${quoted(table)}`)).rowCount ?? 0;
}

/** Writes the tenant's rows of the copy as they are there: as PostgreSQL's own text of a row, which loses nothing. */
export async function copyRows(from: pg.Client, to: pg.Client, table: TenantTable): Promise<number> {
  const name = quoted(table);
  let count = 0;
  await from.query(`declare rows_of_tenant no scroll cursor for select t::text as line from ${name} as t`);
  for (;;) {
    const { rows } = await from.query<{ line: string }>(`fetch ${batch} from rows_of_tenant`);
    if (rows.length === 0) break;
    // The offset keeps the planner from reading the text anew for each column.
    await to.query(
      `insert into ${name} select (t.line).* from (select line::${name} from unnest($1::text[]) as line offset 0) as t (line)`,
      [rows.map(({ line }) => line)],
    );
    count += rows.length;
  }
  await from.query('close rows_of_tenant');
  return count;
}
