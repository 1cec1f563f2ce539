import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenantReaderOn, verifyChain } from '@atlas/platform';
import pg from 'pg';
import { root } from '../run.ts';
import type { TenantTable } from './tables.ts';

const invariants = join(root, 'prisma', 'sql', 'invariants');

/** How many rows the tenant has in a table, and a number that says what stands in them, in whatever order. */
async function fingerprint(client: pg.Client, { name }: TenantTable): Promise<string> {
  const { rows } = await client.query<{ print: string }>(
    `select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as print from ${pg.escapeIdentifier(name)} as t`,
  );
  return rows[0]?.print ?? '';
}

type ForeignKey = { readonly name: string; readonly child: string; readonly parent: string; readonly pairs: [string, string][] };

const foreignKeys = `
  select c.conname as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
    (select json_agg(json_build_array(quote_ident(a.attname), quote_ident(b.attname)))
     from unnest(c.conkey, c.confkey) as k (mine, theirs)
     join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.mine
     join pg_attribute as b on b.attrelid = c.confrelid and b.attnum = k.theirs) as pairs
  from pg_constraint as c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1`;

async function orphans(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const { name, child, parent, pairs } of (await client.query<ForeignKey>(foreignKeys)).rows) {
    const whole = pairs.map(([mine]) => `c.${mine} is not null`).join(' and ');
    const same = pairs.map(([mine, theirs]) => `p.${theirs} = c.${mine}`).join(' and ');
    const { rowCount } = await client.query(
      `select from ${child} as c where ${whole} and not exists (select from ${parent} as p where ${same}) limit 1`,
    );
    if (rowCount) found.push(`${child}: a row points nowhere (${name})`);
  }
  return found;
}

/** What holds for the books of every tenant; row-level security lets each statement see this one only. */
async function violated(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const file of readdirSync(invariants)) {
    const { rowCount } = await client.query(readFileSync(join(invariants, file), 'utf8'));
    if (rowCount) found.push(`${file.replace('.sql', '')}: ${rowCount} rows violate it`);
  }
  return found;
}

/**
 * What is wrong with the restored tenant, in the transaction that restored it; nothing when its rows are those of the
 * copy, point only to what is there, keep the ledger's invariants, and the audit chain is whole.
 */
export async function faults(
  from: pg.Client,
  to: pg.Client,
  tables: readonly TenantTable[],
  tenantId: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const [there, here] = [await fingerprint(from, table), await fingerprint(to, table)];
    if (there !== here) found.push(`${table.name}: ${here} instead of ${there}`);
  }
  found.push(...(await orphans(to)), ...(await violated(to)));
  const chain = await verifyChain(tenantReaderOn(to, tenantId));
  if (!chain.intact) found.push(`the audit chain is broken at the event ${chain.brokenAt}`);
  return found;
}
