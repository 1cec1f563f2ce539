import type { EventSpec, Payload } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import type { Connection } from './connection.ts';
import { internals } from './database.ts';
import type { TenantModels } from './models.ts';
import type { AuditRecord, OutboxRecord } from './records.ts';
import type { Sql } from './sql.ts';

declare const tenantTxBrand: unique symbol;

/**
 * The running transaction of one tenant. Made in one place (the command kernel) and handed to repositories first; there
 * is no other handle to the database.
 */
export type TenantTx = {
  readonly [tenantTxBrand]: true;
  readonly ctx: Ctx;
  /** Prisma models on this transaction, for ordinary reads and writes. */
  readonly models: TenantModels;
  /** Set-based SQL on this transaction, for hot paths and reports. Statements sent together travel together. */
  rows<T>(query: Sql): Promise<T[]>;
  /** Set-based SQL whose answer nobody needs. What is sent after it, and COMMIT, fail with its error. */
  tell(query: Sql): void;
  /** Tells a fact: written to the outbox with this transaction, handled after it. Returns the message's id. */
  emit<E extends EventSpec>(spec: E, payload: Payload<E>): string;
  /** Runs something once this transaction is committed, and not when it is not: to forget copies. It may not fail. */
  afterwards(run: () => Promise<void>): void;
  /** Adds a line to the audit trail. A command that records nothing gets one line with its answer. */
  record(entry: AuditRecord): void;
};

/** A transaction with what it collected for its end. */
export type OpenTx = {
  readonly tx: TenantTx;
  readonly audit: AuditRecord[];
  readonly outbox: OutboxRecord[];
  readonly later: (() => Promise<void>)[];
};

export function tenantTx(ctx: Ctx, connection: Connection): OpenTx {
  const audit: AuditRecord[] = [];
  const outbox: OutboxRecord[] = [];
  const later: (() => Promise<void>)[] = [];
  let models: TenantModels | undefined;
  const tx = {
    ctx,
    get models() {
      models ??= ctx.db[internals].models.of(connection);
      return models;
    },
    rows: <T>(query: Sql) => connection.rows<T>(query),
    tell: (query: Sql) => connection.tell(query),
    emit: <E extends EventSpec>(spec: E, payload: Payload<E>) => {
      const id = uuidv7();
      outbox.push({ id, name: spec.name, payload: spec.payload.parse(payload) });
      return id;
    },
    afterwards: (run: () => Promise<void>) => {
      later.push(run);
    },
    record: (entry: AuditRecord) => {
      audit.push(entry);
    },
  };
  return { tx: tx as unknown as TenantTx, audit, outbox, later };
}
