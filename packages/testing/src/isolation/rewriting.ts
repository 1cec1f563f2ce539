import { type DatabaseProxy, openProxy } from '../services/proxy.ts';

export type Rewrite = (text: string) => string;

/** A statement as it was sent, and as it reached PostgreSQL. */
export type Rewritten = { readonly sent: string; readonly arrived: string };

export type RewritingProxy = DatabaseProxy & {
  /** What happens from now on to the text of each statement. */
  use(rewrite: Rewrite): void;
  /** The statements since this was asked last. */
  statements(): readonly Rewritten[];
};

/** Cuts what a client sends into messages of PostgreSQL's protocol; the first, unlike all others, has no kind. */
function messageCutter(): (data: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  let head = 0;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    const messages: Buffer[] = [];
    for (;;) {
      const end = rest.length < head + 4 ? Number.POSITIVE_INFINITY : head + rest.readInt32BE(head);
      if (rest.length < end) return messages;
      messages.push(rest.subarray(0, end));
      rest = rest.subarray(end);
      head = 1;
    }
  };
}

/** Where the text of a statement stands in a message, or null when it has none. */
function placeOfText(message: Buffer): readonly [from: number, to: number] | null {
  const kind = String.fromCharCode(message[0] ?? 0);
  if (kind !== 'P' && kind !== 'Q') return null;
  // A parse message begins with the statement's name, a simple query with its text.
  const from = kind === 'P' ? message.indexOf(0, 5) + 1 : 5;
  return [from, message.indexOf(0, from)];
}

/** The message with another text in its place. */
function retold(message: Buffer, [from, to]: readonly [from: number, to: number], text: string): Buffer {
  const changed = Buffer.concat([message.subarray(0, from), Buffer.from(text), message.subarray(to)]);
  changed.writeInt32BE(changed.length - 1, 1);
  return changed;
}

/**
 * Stands between a client and PostgreSQL and rewrites statements on their way: what a program would do if its SQL said
 * something else, without a switch in the program that could ever be left on.
 */
export async function rewriteStatements(databaseUrl: string): Promise<RewritingProxy> {
  let rewrite: Rewrite = (text) => text;
  let seen: Rewritten[] = [];
  const pass = (message: Buffer): Buffer => {
    const place = placeOfText(message);
    if (!place) return message;
    const sent = message.toString('utf8', ...place);
    const arrived = rewrite(sent);
    seen.push({ sent, arrived });
    return retold(message, place, arrived);
  };
  const proxy = await openProxy(databaseUrl, (client, upstream) => {
    const cut = messageCutter();
    client.on('data', (data) => {
      for (const message of cut(data)) upstream.write(pass(message));
    });
    upstream.pipe(client);
  });
  return {
    ...proxy,
    use: (next) => {
      rewrite = next;
    },
    statements: () => {
      const since = seen;
      seen = [];
      return since;
    },
  };
}
