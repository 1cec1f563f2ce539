import pg from 'pg';
import { Columns, type Field, type Types } from './columns.ts';
import type { Statement } from './sql.ts';

/** What a statement answered. */
export type Answer = {
  readonly rows: unknown[];
  readonly fields: readonly Field[];
  /** `SELECT`, `COMMIT`: what PostgreSQL calls what it has done. */
  readonly command: string;
  /** Rows that were read or changed; null for what touches none. */
  readonly rowCount: number | null;
};

/** Statement names that a connection knows, or will when what is on its way has arrived. */
type Known = Record<string, string | undefined>;

/** The connection as pg hands it to a query, with what its types leave out. */
type Wire = {
  readonly parsedStatements: Known;
  readonly submittedNamedStatements: Known;
  parse(message: { text: string; name: string | undefined }): void;
  bind(message: { statement: string | undefined; values: unknown[] }): void;
  describe(message: { type: 'P' }): void;
  execute(message: Record<string, never>): void;
  sync(): void;
};

const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

/** How the rows of its prepared statements are read, by their names: PostgreSQL describes them once a connection. */
const described = new WeakMap<object, Map<string, Columns>>();

function describedOn(connection: object): Map<string, Columns> {
  const known = described.get(connection) ?? new Map<string, Columns>();
  described.set(connection, known);
  return known;
}

const noColumns = new Columns([]);

type Part = {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly asLists: boolean;
  readonly types: Types | undefined;
  readonly rows: unknown[];
  columns: Columns | undefined;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  /** Why a row could not be read: told when the statement is over, because the connection goes on. */
  unread?: unknown;
};

/**
 * Statements that travel together and are answered together: one message of the protocol each, and a single Sync behind
 * the last. pg alone ends every statement with a Sync, for which PostgreSQL writes to the socket and looks for a
 * transaction to end each time. The first that fails takes those behind it along, which fail with its error.
 *
 * Outside BEGIN a packet is a transaction of its own, as PostgreSQL ends it at the Sync.
 */
export class Packet extends pg.Query {
  readonly #parts: Part[] = [];
  #current = 0;
  #described = new Map<string, Columns>();
  /** What the answers are about just now: pg notes under them what PostgreSQL has parsed. */
  declare name: string | undefined;
  declare text: string;

  constructor() {
    super('');
  }

  add(statement: Statement): Promise<Answer> {
    const { text, values = [], name, rowMode, types } = typeof statement === 'string' ? { text: statement } : statement;
    return new Promise((resolve, reject) => {
      const asLists = rowMode === 'array';
      this.#parts.push({ name, text, values, asLists, types, rows: [], columns: undefined, resolve, reject });
    });
  }

  override readonly submit = (connection: pg.Connection): Error | null => {
    const wire = connection as unknown as Wire;
    let prepared: unknown[][];
    try {
      prepared = this.#parts.map(({ values }) => values.map(prepareValue));
    } catch (error) {
      return error as Error;
    }
    this.#described = describedOn(connection);
    for (const [index, part] of this.#parts.entries()) this.#send(wire, part, prepared[index] as unknown[]);
    wire.sync();
    this.#begin();
    return null;
  };

  #send(wire: Wire, part: Part, values: unknown[]): void {
    const { name, text } = part;
    const isKnown = name !== undefined && (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]) !== undefined;
    if (!isKnown) wire.parse({ text, name });
    if (!isKnown && name !== undefined) wire.submittedNamedStatements[name] = text;
    wire.bind({ statement: name, values });
    if (name !== undefined) part.columns = this.#described.get(name);
    if (!part.columns) wire.describe({ type: 'P' });
    wire.execute({});
  }

  get #part(): Part {
    return this.#parts[this.#current] as Part;
  }

  #begin(): void {
    const part = this.#parts[this.#current];
    this.name = part?.name;
    this.text = part?.text ?? '';
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#part.columns = new Columns(fields, this.#part.types);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const part = this.#part;
    const columns = part.columns as Columns;
    try {
      part.rows.push(part.asLists ? columns.list(fields) : columns.record(fields));
    } catch (error) {
      part.unread ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    // `SELECT 50`, `INSERT 0 5`, `COMMIT`
    const [command = '', ...counts] = text.split(' ');
    const count = counts.at(-1);
    this.#end(command, count === undefined ? null : Number(count));
  }

  handleEmptyQuery(): void {
    this.#end('', null);
  }

  #end(command: string, rowCount: number | null): void {
    const { name, unread, columns = noColumns, rows, resolve, reject } = this.#part;
    if (name !== undefined) this.#described.set(name, columns);
    if (unread === undefined) resolve({ rows, fields: columns.fields, command, rowCount });
    else reject(unread);
    this.#current += 1;
    this.#begin();
  }

  handleReadyForQuery(): void {}

  handleError(error: unknown, connection: pg.Connection): void {
    const { submittedNamedStatements } = connection as unknown as Wire;
    for (const { name, reject } of this.#parts.slice(this.#current)) {
      if (name) delete submittedNamedStatements[name];
      reject(error);
    }
  }
}
