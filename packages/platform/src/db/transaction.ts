import type { Ctx } from '../context.ts';
import { during, type Span } from '../trace/span.ts';
import { Connection } from './connection.ts';
import { internals } from './database.ts';
import { fromDatabase, wantsRetry } from './database-errors.ts';
import { claimKey, Replayed, storedAnswer } from './idempotency.ts';
import { recordsStatement } from './records.ts';
import { type TenantTx, tenantTx } from './tenant-tx.ts';

/** How often a command is run again when PostgreSQL breaks a deadlock at its cost. */
const maxAttempts = 4;

export type WriteSpec<T> = {
  readonly action: string;
  readonly hash: string;
  run(tx: TenantTx): Promise<T>;
  /** Checks the answer before COMMIT, so that a broken promise changes nothing. */
  check(answer: T): T;
  /** The answer as it may be written down, for the audit trail and for a repeated request. */
  kept(answer: T): unknown;
  /** Whether a run that recorded nothing leaves an audit row with its answer: commands do, housekeeping does not. */
  readonly audited: boolean;
};

const subjectOf = (answer: unknown): string | null => {
  const id = (answer as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
};

/**
 * One attempt. Three round trips at most for a command with one load and one save: BEGIN, tenant, key and load travel
 * together; the save; audit, outbox, answer and COMMIT travel together.
 */
async function attempt<T>(ctx: Ctx, spec: WriteSpec<T>): Promise<T> {
  const connection = await Connection.open(ctx, 'write');
  try {
    claimKey(connection, ctx, spec.action, spec.hash);
    const { tx, audit, outbox, later } = tenantTx(ctx, connection);
    const answer = spec.check(await spec.run(tx));
    await connection.settled;
    const kept = spec.kept(answer);
    if (spec.audited && audit.length === 0) audit.push({ subjectId: subjectOf(answer), after: kept });
    const recorded = connection.rows(recordsStatement(ctx, { action: spec.action, audit, outbox, answer: kept }));
    await Promise.all([recorded, connection.commit()]);
    if (outbox.length > 0) ctx.db[internals].wake();
    await Promise.all(later.map((run) => run()));
    return answer;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

async function write<T>(ctx: Ctx, spec: WriteSpec<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(ctx, spec);
    } catch (error) {
      if (error instanceof Replayed) return (await storedAnswer(ctx, spec.action, spec.hash)) as T;
      if (!wantsRetry(error) || tries === maxAttempts) throw fromDatabase(error);
    }
  }
}

/** The context of work that is a part of what its span does. */
const within = (ctx: Ctx, span: Span | null | undefined): Ctx => (span ? { ...ctx, span } : ctx);

/** Runs a write transaction: commits rows, audit and outbox together, or nothing. */
export function writeTransaction<T>(ctx: Ctx, spec: WriteSpec<T>): Promise<T> {
  const span = ctx.span?.part('database.write');
  return during(span, () => write(within(ctx, span), spec));
}

async function read<T>(ctx: Ctx, run: (tx: TenantTx) => Promise<T>): Promise<T> {
  const connection = await Connection.open(ctx, 'read');
  try {
    const answer = await run(tenantTx(ctx, connection).tx);
    await connection.settled;
    return answer;
  } finally {
    connection.release();
  }
}

/** Runs reads in one read-only transaction: one round trip for statements that are sent together. */
export function readTransaction<T>(ctx: Ctx, run: (tx: TenantTx) => Promise<T>): Promise<T> {
  return during(ctx.span?.part('database.read'), () => read(ctx, run)).catch((error: unknown) => {
    throw fromDatabase(error);
  });
}
