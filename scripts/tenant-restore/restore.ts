import { uuidv7 } from '@atlas/kernel';
import type pg from 'pg';
import { faults } from './proof.ts';
import { copyRows, removeRows } from './rows.ts';
import { enter, enterHouse, openCopy, openTarget } from './session.ts';
import { tablesOfBoth } from './tables.ts';
import { bringBackWorkspace, isAtRest, isOfThisServer, revokeAgain, revokedKeys } from './workspace.ts';

export type RestoreOptions = {
  /** URL of the copy, as its administrator. */
  readonly from: string;
  /** URL of the database that people work in, as its administrator. */
  readonly to: string;
  readonly tenantId: string;
  /** Otherwise everything is done and proven, and taken back. */
  readonly apply: boolean;
};

export type Restored = {
  readonly tables: readonly { readonly name: string; readonly removed: number; readonly restored: number }[];
  readonly workspaceBroughtBack: boolean;
};

/** In both trails, the tenant's and that of the house: what is known from then on is what was known before. */
async function writeDown(to: pg.Client, tenantId: string, { tables }: Restored): Promise<void> {
  const counts = (pick: 'removed' | 'restored') =>
    JSON.stringify(Object.fromEntries(tables.filter((table) => table[pick] > 0).map((table) => [table.name, table[pick]])));
  const event = `
    insert into audit_events (tenant_id, id, occurred_at, actor_kind, action, subject_id, request_id, before, after)
    values (current_tenant(), $1, now(), 'system', 'administration.workspace.restore', $2, 'npm run tenant:restore', $3, $4)`;
  const values = [tenantId, counts('removed'), counts('restored')];
  await to.query(event, [uuidv7(), ...values]);
  await enterHouse(to);
  await to.query(event, [uuidv7(), ...values]);
  await enter(to, tenantId);
}

async function replaceRows(from: pg.Client, to: pg.Client, tenantId: string, apply: boolean): Promise<Restored> {
  if (apply && !(await isAtRest(to, tenantId))) throw new Error('People may be working in this workspace: suspend it first.');
  if (!(await isOfThisServer(from, to)))
    throw new Error('The copy is ahead of this server: it is no earlier state of it, and its audit trail would never be sealed.');
  const tables = await tablesOfBoth(from, to);
  const revoked = await revokedKeys(to);
  const counts: Restored['tables'][number][] = [];
  for (const table of tables)
    counts.push({ name: table.name, removed: await removeRows(to, table), restored: await copyRows(from, to, table) });
  if (counts.every(({ restored }) => restored === 0)) throw new Error('The copy knows nothing of this tenant.');
  const found = await faults(from, to, tables, tenantId);
  if (found.length > 0) throw new Error(`Nothing was changed, because the result is not sound:\n  ${found.join('\n  ')}`);
  await revokeAgain(to, revoked);
  return { tables: counts, workspaceBroughtBack: await bringBackWorkspace(from, to, tenantId) };
}

/** Puts back one tenant's rows as a copy of the database has them, in one transaction that touches nobody else's. */
export async function restoreTenant({ from: copyUrl, to: targetUrl, tenantId, apply }: RestoreOptions): Promise<Restored> {
  const from = await openCopy(copyUrl, tenantId);
  try {
    const to = await openTarget(targetUrl, tenantId);
    try {
      const restored = await replaceRows(from, to, tenantId, apply);
      await writeDown(to, tenantId, restored);
      await to.query(apply ? 'commit' : 'rollback');
      return restored;
    } finally {
      await to.end();
    }
  } finally {
    await from.end();
  }
}
