import { assert, isUuid } from '@atlas/kernel';
import type pg from 'pg';
import { type Database, internals } from './database.ts';
import { type Sql, type Statement, statementOf } from './sql.ts';

/**
 * One transaction of one tenant on one connection. Statements go out at once and in order; `gate` holds back their
 * results until everything sent before them is known to be good.
 */
export class Connection {
  readonly #client: pg.PoolClient;
  readonly #named: boolean;
  #gate: Promise<void>;
  #broken = false;

  private constructor(client: pg.PoolClient, named: boolean, begin: string) {
    this.#client = client;
    this.#named = named;
    this.#gate = client.query(begin).then(() => undefined);
    this.#gate.catch(() => undefined);
  }

  /** Begins a transaction for a tenant; the statements that follow travel with it. */
  static async open(db: Database, tenantId: string, mode: 'read' | 'write'): Promise<Connection> {
    assert(isUuid(tenantId), 'a tenant id is a UUID');
    const client = await db[internals].pool.connect();
    const begin = mode === 'read' ? 'begin read only' : 'begin';
    return new Connection(client, db[internals].preparedStatements, `${begin}; set local app.tenant_id = '${tenantId}'`);
  }

  /** Makes the results of all later statements wait for `condition`, which may refuse them by throwing. */
  hold(condition: Promise<void>): void {
    this.#gate = Promise.all([this.#gate, condition]).then(() => undefined);
    this.#gate.catch(() => undefined);
  }

  /** Sends a statement without waiting for the gate. */
  send(statement: Statement): Promise<pg.QueryResult> {
    const result = this.#client.query(statement as pg.QueryConfig);
    result.catch(() => undefined);
    return result;
  }

  async query(statement: Statement): Promise<pg.QueryResult> {
    const result = this.send(statement);
    await this.#gate;
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

  /** Ends a transaction that only read: nobody needs to wait for the answer. */
  finishRead(): void {
    this.#client.query('commit').catch(() => undefined);
    this.#client.release();
  }

  /** Sends COMMIT and waits for it. A transaction that had failed answers ROLLBACK, which is an error here. */
  async commit(): Promise<void> {
    const result = await this.send('commit');
    if (result.command !== 'COMMIT') throw new Error(`the transaction was not committed: ${result.command}`);
  }

  async rollback(): Promise<void> {
    await this.#client.query('rollback').catch(() => {
      this.#broken = true;
    });
  }

  release(): void {
    this.#client.release(this.#broken);
  }
}
