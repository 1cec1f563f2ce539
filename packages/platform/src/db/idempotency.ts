import { createHash } from 'node:crypto';
import { AtlasError } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import { Connection } from './connection.ts';
import { sql } from './sql.ts';

/** The key was used before: the running transaction is given up and the stored answer is looked at. */
export class Replayed extends Error {
  override readonly name = 'Replayed';
}

/** JSON with sorted keys, so that the same request has the same fingerprint however it was written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

export const fingerprint = (operation: string, input: unknown): string =>
  createHash('sha256').update(operation).update('\n').update(canonicalJson(input)).digest('hex');

/**
 * Claims the key of this request inside its transaction. A second request with the key waits here for the first to end;
 * when the first committed, all results of this transaction are refused with {@link Replayed}.
 */
export function claimKey(connection: Connection, ctx: Ctx, operation: string, hash: string): void {
  if (ctx.idempotencyKey === undefined) return;
  const claim = connection.send(
    connection.statement(sql`
      insert into idempotency_keys (tenant_id, key, operation, request_hash)
      values (${ctx.tenantId}::uuid, ${ctx.idempotencyKey}, ${operation}, ${hash})
      on conflict do nothing`),
  );
  connection.hold(
    claim.then((result) => {
      if (result.rowCount === 0) throw new Replayed();
    }),
  );
}

/**
 * The answer that was given to this key.
 *
 * @throws AtlasError `idempotency_key_reused` when the key belongs to another operation or another body
 */
export async function storedAnswer(ctx: Ctx, operation: string, hash: string): Promise<unknown> {
  const connection = await Connection.open(ctx, 'read');
  try {
    const [stored] = await connection.rows<{ operation: string; request_hash: string; answer: unknown }>(sql`
      select operation, request_hash, answer from idempotency_keys
      where tenant_id = ${ctx.tenantId}::uuid and key = ${ctx.idempotencyKey}`);
    if (stored?.operation !== operation || stored.request_hash !== hash) {
      throw new AtlasError(
        'idempotency_key_reused',
        'This Idempotency-Key was used for another request. Use a new key for a new request.',
      );
    }
    return stored.answer;
  } finally {
    connection.release();
  }
}
