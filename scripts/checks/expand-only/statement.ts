/** A node of PostgreSQL's parse tree: what it is, and its fields. The parser is PostgreSQL's own, and its names are theirs. */
export type Fields = Readonly<Record<string, unknown>>;

export type Statement = { readonly kind: string; readonly fields: Fields; readonly line: number };

type Raw = { readonly stmt: Readonly<Record<string, Fields>>; readonly stmt_location?: number };

const lineAt = (sql: string, bytes: number): number => {
  const before = Buffer.from(sql).subarray(0, bytes).toString();
  const rest = Buffer.from(sql).subarray(bytes).toString();
  // A statement begins after the comments that stand before it.
  const lead = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(rest)?.[0] ?? '';
  return (before + lead).split('\n').length;
};

/** The statements of a script, and where they stand. */
export function statementsOf(sql: string, parse: (sql: string) => { stmts?: readonly Raw[] }): Statement[] {
  return (parse(sql).stmts ?? []).map(({ stmt, stmt_location = 0 }) => {
    const [kind = '', fields = {}] = Object.entries(stmt)[0] ?? [];
    return { kind, fields, line: lineAt(sql, stmt_location) };
  });
}

/** All nodes of a kind below one. */
export function* nodesOf(kind: string, tree: unknown): Generator<Fields> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [name, value] of Object.entries(tree)) {
    if (name === kind) yield value as Fields;
    yield* nodesOf(kind, value);
  }
}

/** The words of a name that is written with dots, without its schema: `identity.users` is `users`. */
export function lastName(tree: unknown): string {
  const words = [...nodesOf('String', tree)].map(({ sval }) => String(sval));
  return words.at(-1) ?? '';
}

/** The table that a statement is about. */
export const tableOf = ({ relation }: Fields): string => String((relation as Fields | undefined)?.relname ?? '');
