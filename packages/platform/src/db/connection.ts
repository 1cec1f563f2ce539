import { assert, isUuid } from '@atlas/kernel';
import type pg from 'pg';
import type { Ctx } from '../context.ts';
import { internals } from './database.ts';
import { type Answer, Packet } from './packet.ts';
import { reachSettings } from './reach.ts';
import { type Sql, type Statement, sql, statementOf } from './sql.ts';

/** What writes finds its rows by key, for any values: to plan it anew each time costs more than it ever gains. */
const modes = {
  read: sql`set_config('transaction_read_only', 'on', true)`,
  write: sql`set_config('plan_cache_mode', 'force_generic_plan', true)`,
};

/**
 * The transactions of one tenant on one connection. Statements go out in order, and those of one turn of the event loop in
 * one packet; `gate` holds back their results until everything sent before them is known to be good.
 *
 * To write is one transaction, from BEGIN to COMMIT. To read is one for each packet, ended by the packet itself: nobody
 * waits for its COMMIT, and at READ COMMITTED every statement has a snapshot of its own anyway.
 */
export class Connection {
  readonly #client: pg.PoolClient;
  readonly #named: boolean;
  readonly #mode: 'read' | 'write';
  readonly #settings: Sql;
  #packet: Packet | null = null;
  #begun = false;
  #gate: Promise<void> = Promise.resolve();
  /** Fails as soon as a statement does whose answer nobody waits for. */
  #told: Promise<void> = Promise.resolve();
  #broken = false;

  private constructor(client: pg.PoolClient, named: boolean, mode: 'read' | 'write', settings: Sql) {
    this.#client = client;
    this.#named = named;
    this.#mode = mode;
    this.#settings = settings;
  }

  /** Opens a connection for a tenant, and for what its actor reaches there. To write, the transaction has begun; its BEGIN travels with what follows. */
  static async open(ctx: Ctx, mode: 'read' | 'write'): Promise<Connection> {
    const { db, tenantId } = ctx;
    assert(isUuid(tenantId), 'a tenant id is a UUID');
    const settings = sql`select ${modes[mode]}, set_config('app.tenant_id', ${tenantId}, true)${reachSettings(ctx)}`;
    return new Connection(await db[internals].pool.connect(), db[internals].preparedStatements, mode, settings);
  }

  /** What is sent in this turn leaves in one packet, behind the settings of the transaction that it begins. */
  #open(): Packet {
    if (this.#packet) return this.#packet;
    this.#packet = new Packet();
    process.nextTick(() => this.#dispatch());
    if (this.#mode === 'write' && !this.#begun) this.#packet.add('begin').catch(() => undefined);
    if (this.#mode === 'read' || !this.#begun) this.#packet.add(statementOf(this.#settings, this.#named)).catch(() => undefined);
    this.#begun = true;
    return this.#packet;
  }

  #dispatch(): void {
    if (!this.#packet) return;
    this.#client.query(this.#packet);
    this.#packet = null;
  }

  /** Makes the results of all later statements wait for `condition`, which may refuse them by throwing. */
  hold(condition: Promise<void>): void {
    this.#gate = Promise.all([this.#gate, condition]).then(() => undefined);
    this.#gate.catch(() => undefined);
  }

  /** Sends a statement without waiting for the gate. */
  send(statement: Statement): Promise<Answer> {
    const result = this.#open().add(statement);
    result.catch(() => undefined);
    return result;
  }

  /** Sends a statement whose answer nobody needs: what is sent after it, and COMMIT, fail with its error. */
  tell(query: Sql): void {
    const before = this.#told;
    const result = this.send(statementOf(query, this.#named));
    // One after the other: all that comes after a failure fails too, and says less.
    this.#told = before.then(() => result).then(() => undefined);
    this.#told.catch(() => undefined);
  }

  /** What was told before has an answer before this one does: waiting for it costs nothing, and tells the cause of a failure. */
  async query(statement: Statement): Promise<Answer> {
    const told = this.#told;
    const result = this.send(statement);
    await this.#gate;
    await told;
    return result;
  }

  async rows<T>(query: Sql): Promise<T[]> {
    return (await this.query(statementOf(query, this.#named))).rows as T[];
  }

  statement(query: Sql): Statement {
    return statementOf(query, this.#named);
  }

  get settled(): Promise<void> {
    return this.#gate;
  }

  /** Sends COMMIT and waits for it. A transaction that had failed answers ROLLBACK, which is an error here. */
  async commit(): Promise<void> {
    const result = await this.query('commit');
    if (result.command !== 'COMMIT') throw new Error(`the transaction was not committed: ${result.command}`);
  }

  async rollback(): Promise<void> {
    this.#dispatch();
    await this.#client.query('rollback').catch(() => {
      this.#broken = true;
    });
  }

  /** Gives the connection back: whatever is still to be sent leaves before anyone else's. */
  release(): void {
    this.#dispatch();
    this.#client.release(this.#broken);
  }
}
