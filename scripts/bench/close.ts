import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { type Client, clientOf, signUp } from './client.ts';
import { type Figure, figure, median } from './measure.ts';
import { makeTerms } from './posting.ts';
import { startWorker } from './programs.ts';
import { balancesSql, fill } from './reading.ts';
import { openStage, using } from './stage.ts';
import { connect } from './stores.ts';

const rounds = 5;
const pollMs = 20;
/** Longer than any close of ours: its worker must have died. */
const hopelessMs = 120_000;

type Close = { status: string; result: { amount: string } | null; error: string | null };
type State = { closes: Close[] };

const resultSql = `
  select -sum(l.amount_minor) as result from journal_lines as l
  join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.type in ('income', 'expense')
  join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id and e.source_kind <> 'accounting.year_close'
  where l.tenant_id = $1 and l.date between '2025-01-01' and '2025-12-31'`;

/** Milliseconds from the request until the year is closed. @throws Error when it is not, or differs from its lines by a cent */
async function close(client: Client, path: string, expected: string): Promise<number> {
  const began = performance.now();
  await client.call('POST', `${path}/close`, { overrideReason: 'A bench' });
  for (; performance.now() - began < hopelessMs; await wait(pollMs)) {
    const [newest] = (await client.call<State>('GET', `${path}/close`)).closes;
    if (newest?.status === 'running') continue;
    const taken = performance.now() - began;
    const result = newest?.result?.amount.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1');
    if (newest?.status !== 'closed' || result !== expected)
      throw new Error(`the close is ${newest?.status} with ${result} (${newest?.error}), the lines say ${expected}`);
    return taken;
  }
  throw new Error('the close does not end');
}

async function lineResult(admin: pg.Client, tenantId: string): Promise<{ result: string; ms: number }> {
  const began = performance.now();
  const { rows } = await admin.query<{ result: string }>(resultSql, [tenantId]);
  return { result: rows[0]?.result ?? '', ms: performance.now() - began };
}

/** The close of a year in books of a million ledger lines, by HTTP and through the worker, against the sum of its lines alone. */
export const closing = (): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const client = clientOf(stage, await signUp(stage), 1);
    const { tenantId } = await makeTerms(client);
    const admin = await connect(stage.adminUrl);
    await fill(admin, tenantId, 100_000, 10);
    await admin.query(balancesSql);
    await admin.query('analyze');
    const { items } = await client.call<{ items: { id: string; startsOn: string }[] }>('GET', '/v1/fiscal-years');
    const path = `/v1/fiscal-years/${items.find(({ startsOn }) => startsOn === '2025-01-01')?.id}`;
    const worker = await startWorker(stage.ground);
    const [taken, plain]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const { result, ms } = await lineResult(admin, tenantId);
      taken.push(await close(client, path, result));
      plain.push(ms);
      await client.call('POST', `${path}/reopen`, { reason: 'A bench' });
    }
    await worker.close();
    await admin.end();
    client.close();
    return [figure('close', 1, 'ms', median(taken), median(plain))];
  });
