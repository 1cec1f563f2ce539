import { expect } from 'vitest';
import { violations } from '../invariants.ts';
import { expectHealth } from './drain.ts';
import type { Stage } from './stage.ts';
import { firstYear, type Tenant } from './tenants.ts';
import type { Acknowledged, Errand, Posted, Work } from './work.ts';

const minorOf = ({ gross }: Posted): bigint => BigInt(gross.amount.replace('.', ''));
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const documentsSql = `
  select id, kind, number, date::text as date, gross_minor::text as gross from invoices where tenant_id = $1 and status = 'posted'`;

type Document = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly date: string;
  readonly gross: string;
};

/** Every acknowledged document is there as it was acknowledged, and there is no other. */
async function expectDocuments({ ask }: Stage, { id }: Tenant, posted: readonly Posted[]): Promise<void> {
  const expected = posted.map((each) => ({
    id: each.id,
    kind: each.kind,
    number: each.number,
    date: each.date,
    gross: String(minorOf(each)),
  }));
  expect((await ask<Document>(documentsSql, [id])).sort(byId)).toEqual(expected.sort(byId));
}

/** The numbers of each kind and year are 1, 2, 3 … without a gap. */
function expectGapless(posted: readonly Posted[]): void {
  const series = Map.groupBy(posted, ({ number }) => number.slice(0, number.lastIndexOf('-')));
  for (const [name, documents] of series) {
    const numbers = documents.map(({ number }) => number).sort();
    expect(numbers).toEqual(documents.map((_, index) => `${name}-${String(index + 1).padStart(5, '0')}`));
  }
}

const effectsSql = `
  select (select count(*) from journal_entries where tenant_id = $1)::int as entries,
         (select count(*) from idempotency_keys where tenant_id = $1 and key = any ($2) and answer is not null)::int as keys,
         (select count(*) from audit_events where tenant_id = $1 and action in ('sales.invoice.issue', 'sales.invoice.issue_batch'))::int as audited,
         (select count(*) from outbox_messages where tenant_id = $1 and name in ('sales.invoice.posted', 'sales.credit_note.posted'))::int as told`;

/** What a posting leaves beside its document is there once: entry, audit row, event, and the answer to the key. */
async function expectEffects({ ask }: Stage, { id }: Tenant, acknowledged: readonly Acknowledged[]): Promise<void> {
  const count = acknowledged.flatMap(({ posted }) => posted).length;
  const keys = acknowledged.map(({ key }) => key);
  expect(await ask(effectsSql, [id, keys])).toEqual([{ entries: count, keys: keys.length, audited: count, told: count }]);
}

/** Debit equals credit equals what was acknowledged. */
async function expectBalance({ owner }: Tenant, posted: readonly Posted[]): Promise<void> {
  const sum = posted.reduce((total, each) => total + (each.kind === 'invoice' ? minorOf(each) : -minorOf(each)), 0n);
  const { body } = await owner.send('GET', `/v1/reports/trial-balance?asOf=${firstYear + 1}-12-31`);
  const amount = `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;
  expect(body).toMatchObject({ totalDebit: { amount }, totalCredit: { amount } });
}

/** The audit trail is whole: every event is a link of the chain, and no link is broken. */
async function expectChain({ ask }: Stage, { id, owner }: Tenant): Promise<void> {
  const [events] = await ask<{ count: number }>('select count(*)::int as count from audit_events where tenant_id = $1', [id]);
  const { body } = await owner.send('POST', '/v1/audit-events/verification', { body: {} });
  expect(body).toEqual({ intact: true, eventCount: events?.count, brokenAt: null });
}

const errandsSql = `
  select (select count(*) from imports where tenant_id = $1 and status = 'completed')::int as completed,
         (select count(*) from jobs where tenant_id = $1)::int as jobs,
         (select array_agg(status || ': ' || coalesce(error, '')) from jobs where tenant_id = $1 and status <> 'succeeded') as unsuccessful,
         (select count(*) from outbox_messages where tenant_id = $1 and name = 'imports.import.completed')::int as told,
         (select array_agg(code order by code) from parties where tenant_id = $1 and code like 'I%') as codes`;

/** Every import that was asked for was checked once and written once. */
async function expectErrands({ ask }: Stage, { id }: Tenant, errands: readonly Errand[]): Promise<void> {
  const count = errands.length;
  const codes = errands.flatMap((errand) => errand.codes).sort();
  expect(await ask(errandsSql, [id])).toEqual([{ completed: count, jobs: 2 * count, unsuccessful: null, told: count, codes }]);
}

/** Holds Atlas to what it has acknowledged. */
export async function expectNothingLost(
  stage: Stage,
  tenants: readonly Tenant[],
  { notes, acknowledged, errands }: Work,
): Promise<void> {
  expect(notes.wrong).toEqual([]);
  expect(await violations((text) => stage.ask(text))).toEqual({});
  for (const tenant of tenants) {
    const mine = acknowledged.filter(({ tenantId }) => tenantId === tenant.id);
    const posted = mine.flatMap((each) => each.posted);
    await expectDocuments(stage, tenant, posted);
    expectGapless(posted);
    await expectEffects(stage, tenant, mine);
    await expectBalance(tenant, posted);
    await expectErrands(
      stage,
      tenant,
      errands.filter(({ tenantId }) => tenantId === tenant.id),
    );
    await expectChain(stage, tenant);
  }
  await expectHealth(stage);
  expect(stage.chronicle.lost).toEqual([]);
}
