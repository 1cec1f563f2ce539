import { expect } from 'vitest';
import { pause } from './chance.ts';
import type { Stage } from './stage.ts';

/** What background work is still to be done: messages nobody has handled, balances not folded, audit events not sealed. */
const waitingSql = `
  select (select count(*) from outbox_messages where handled_at is null)::int as messages,
         (select count(*) from balance_deltas)::int as deltas,
         (select count(*) from audit_events as e
          where not exists (select from audit_seals as s where s.tenant_id = e.tenant_id and s.event_id = e.id))::int as unsealed`;

type Waiting = { readonly messages: number; readonly deltas: number; readonly unsealed: number };

/** Waits until the worker has done all that waits. */
export async function untilDrained({ ask }: Stage): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const [waiting] = await ask<Waiting>(waitingSql);
    if (waiting && waiting.messages + waiting.deltas + waiting.unsealed === 0) return;
    if (Date.now() > deadline) throw new Error(`it never drained: ${JSON.stringify(waiting)}`);
    await pause(150);
  }
}

/** Waits until the relay has handed everything to Redis, and does not wait for what becomes of it there. */
export async function untilPublished({ ask }: Stage): Promise<void> {
  while ((await ask('select from outbox_messages where published_at is null limit 1')).length > 0) await pause(20);
}

/** Waits until the API says that it and its services are well. */
export async function expectHealth({ url }: Stage): Promise<void> {
  await expect.poll(async () => (await fetch(`${url}/health`)).status, { timeout: 5000 }).toBe(200);
}

/** Lets a minute pass for the messages that wait in Redis: what is not handled by then is published again. */
export async function letAMinutePass({ ask }: Stage): Promise<void> {
  await ask(`update outbox_messages set published_at = published_at - interval '1 minute' where handled_at is null`);
}
