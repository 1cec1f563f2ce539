import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { type Client, clientOf, signUp } from './client.ts';
import { bareFigure, type Figure, median } from './measure.ts';
import { makeTerms } from './posting.ts';
import { startWorker } from './programs.ts';
import { fillBank, hitsSql } from './reconcile-books.ts';
import { openStage, using } from './stage.ts';
import { connect } from './stores.ts';

const count = 10_000;
const rounds = 5;
const pollMs = 20;
/** Longer than any pass of ours: its worker must have died. */
const hopelessMs = 120_000;

type Run = { id: string; status: string; lineCount: number; doneCount: number; suggestedCount: number; error: string | null };

async function openBankAccount(client: Client): Promise<string> {
  const ledger = await client.call<{ id: string }>('POST', '/v1/accounts', { code: 'BENCH', name: 'House bank', type: 'asset' });
  const account = { name: 'House bank', number: 'DE89370400440532013000', currency: 'EUR', ledgerAccountId: ledger.id };
  return (await client.call<{ id: string }>('POST', '/v1/bank-accounts', account)).id;
}

/** Milliseconds from the request until the worker has written what all movements may be. @throws Error when it has not */
async function suggest(client: Client, path: string): Promise<number> {
  const began = performance.now();
  const { id } = await client.call<Run>('POST', path, {});
  for (; performance.now() - began < hopelessMs; await wait(pollMs)) {
    const run = (await client.call<{ items: Run[] }>('GET', `${path}?limit=1`)).items.find((each) => each.id === id);
    if (run?.status === 'running') continue;
    const taken = performance.now() - began;
    if (run?.status !== 'completed' || run.doneCount !== count || run.suggestedCount !== count)
      throw new Error(`the pass is ${run?.status} with ${run?.suggestedCount} of ${run?.doneCount} (${run?.error})`);
    return taken;
  }
  throw new Error('the pass does not end');
}

/** @throws Error when a movement that names an invoice is suggested for another one */
async function compareWithNumbers(admin: pg.Client, tenantId: string): Promise<void> {
  const { rows } = await admin.query<{ hits: number; right: number }>(hitsSql, [tenantId]);
  const [{ hits, right } = { hits: 0, right: 0 }] = rows;
  if (hits !== count * 0.8 || right !== hits) throw new Error(`${right} of ${hits} movements found the invoice they name`);
}

/** Ten thousand movements of a bank against ten thousand open items, by HTTP and through the worker. */
export const reconcile = (): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const client = clientOf(stage, await signUp(stage), 1);
    const { tenantId } = await makeTerms(client);
    const bankAccountId = await openBankAccount(client);
    const admin = await connect(stage.adminUrl);
    await fillBank(admin, tenantId, bankAccountId, count);
    const worker = startWorker(stage.ground);
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) {
      taken.push(await suggest(client, `/v1/bank-accounts/${bankAccountId}/suggestion-runs`));
      await compareWithNumbers(admin, tenantId);
    }
    await worker.close();
    await admin.end();
    client.close();
    return [bareFigure('reconcile', 1, 'ms', median(taken))];
  });
