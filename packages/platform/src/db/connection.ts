import type { Writable } from 'node:stream';
import { assert, isUuid } from '@atlas/kernel';
import type pg from 'pg';
import type { Ctx } from '../context.ts';
import { internals } from './database.ts';
import { reachSettings } from './reach.ts';
import { type Sql, type Statement, statementOf } from './sql.ts';

/** Where pg writes: it has no name for this of its own. */
type Writing = { readonly connection: { readonly stream: Writable } };

/** What writes finds its rows by key, for any values: to plan it anew each time costs more than it ever gains. */
const begins = { read: 'begin read only', write: 'begin; set local plan_cache_mode = force_generic_plan' };

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
  readonly #begin: string;
  readonly #mode: 'read' | 'write';
  #gate: Promise<void> = Promise.resolve();
  /** Fails as soon as a statement does whose answer nobody waits for. */
  #told: Promise<void> = Promise.resolve();
  #packing = false;
  #broken = false;

  private constructor(client: pg.PoolClient, named: boolean, mode: 'read' | 'write', settings: string) {
    this.#client = client;
    this.#named = named;
    this.#mode = mode;
    this.#begin = `${begins[mode]}; set local ${settings}`;
    if (mode === 'write') {
      this.#pack();
      this.#start();
    }
  }

  /** Opens a connection for a tenant, and for what its actor reaches there. To write, the transaction has begun; its BEGIN travels with what follows. */
  static async open(ctx: Ctx, mode: 'read' | 'write'): Promise<Connection> {
    const { db, tenantId } = ctx;
    assert(isUuid(tenantId), 'a tenant id is a UUID');
    const settings = `app.tenant_id = '${tenantId}'${reachSettings(ctx)}`;
    return new Connection(await db[internals].pool.connect(), db[internals].preparedStatements, mode, settings);
  }

  #start(): void {
    this.#gate = this.#client.query(this.#begin).then(() => undefined);
    this.#gate.catch(() => undefined);
  }

  get #stream(): Writable {
    return (this.#client as unknown as Writing).connection.stream;
  }

  /** Lets what is written in this turn leave in one packet. */
  #pack(): void {
    if (this.#packing) return;
    this.#packing = true;
    this.#stream.cork();
    if (this.#mode === 'read') this.#start();
    process.nextTick(() => this.#dispatch());
  }

  #dispatch(): void {
    if (!this.#packing) return;
    this.#packing = false;
    if (this.#mode === 'read') this.#client.query('commit').catch(() => undefined);
    this.#stream.uncork();
  }

  /** Makes the results of all later statements wait for `condition`, which may refuse them by throwing. */
  hold(condition: Promise<void>): void {
    this.#gate = Promise.all([this.#gate, condition]).then(() => undefined);
    this.#gate.catch(() => undefined);
  }

  /** Sends a statement without waiting for the gate. */
  send(statement: Statement): Promise<pg.QueryResult> {
    this.#pack();
    const result = this.#client.query(statement as pg.QueryConfig);
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
  async query(statement: Statement): Promise<pg.QueryResult> {
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
