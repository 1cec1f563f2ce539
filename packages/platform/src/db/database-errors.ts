import { AtlasError, moneyJson } from '@atlas/kernel';

type PgError = Error & { code: string; detail?: string; hint?: string; constraint?: string; table?: string };

const isPgError = (error: unknown): error is PgError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string';

/** Prisma wraps what the driver threw; the original carries the SQLSTATE. */
function original(error: unknown): unknown {
  const cause = (
    error as {
      meta?: {
        driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string; constraint?: { index?: string } } };
      };
    }
  ).meta?.driverAdapterError?.cause;
  if (!cause?.originalCode) return error;
  return Object.assign(new Error(cause.originalMessage ?? ''), { code: cause.originalCode, constraint: cause.constraint?.index });
}

/** PostgreSQL asks for another try: serialization failure or deadlock. */
export const wantsRetry = (error: unknown): boolean => {
  const cause = original(error);
  return isPgError(cause) && (cause.code === '40001' || cause.code === '40P01');
};

/** A value that cannot be what its column is: text that is no date, a number too large. */
export const isDataException = (error: unknown): boolean => {
  const cause = original(error);
  return isPgError(cause) && /^22\w{3}$/.test(cause.code);
};

/** What Prisma says of text that is no UUID, of itself and in the words of the database. */
const noIdCodes: ReadonlySet<unknown> = new Set(['P2007', 'P2023']);

/** Whether a record was looked for by an id that is none. */
export const isNoId = (error: unknown): boolean =>
  error instanceof Error && noIdCodes.has((error as { code?: unknown }).code) && /uuid/i.test(error.message);

/** `products_tenant_id_tax_code_id_fkey` → taxCodeId: foreign keys are named after their columns. */
function referringField(message: string): string | undefined {
  const column = /"\w+?_tenant_id_(\w+)_fkey"/.exec(message)?.[1];
  return column?.replace(/_([a-z])/g, (_underscore, letter: string) => letter.toUpperCase());
}

/** A foreign key refuses two things: to point at nothing, and to remove what others point at. */
function brokenReference(cause: PgError): AtlasError {
  if (!cause.message.startsWith('insert or update'))
    return new AtlasError('still_referenced', 'Something else still refers to this.', {}, { cause });
  const field = referringField(cause.message);
  return new AtlasError('unknown_reference', `There is nothing that ${field ?? 'a field'} refers to.`, { field }, { cause });
}

/** The only policy that an operation meets by what somebody asked for: a record would belong to someone out of reach. */
const brokenPolicy = (cause: PgError): AtlasError | null =>
  /row-level security policy "owner_reached/.test(cause.message)
    ? new AtlasError('owner_out_of_reach', 'Your roles do not reach the records of this owner.', {}, { cause })
    : null;

/** Classes and codes of SQLSTATE, codes of Node and of Prisma, and words of the driver and of RDS Proxy, for a database that is not there. */
const lostCodes =
  /^(?:08\w{3}|57P0\d|53300|E(?:CONN(?:REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH)|P10(?:01|02|08|17)|P2024)$/;
const lostWords =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to|Timed-out waiting to acquire database connection)/;

/** Whether something failed because the connection to the database broke or could not be made, and for no other reason. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = original(error);
  if (isPgError(cause) && lostCodes.test(cause.code)) return true;
  const said = cause instanceof Error ? cause.message : '';
  return lostWords.test(error.message) || lostWords.test(said) || isConnectionLost(error.cause);
}

/** What a law of ours says beside its words: where, and amounts in minor units that the words name in braces. */
type Hint = {
  readonly pointer?: string;
  readonly amounts?: { readonly currency: string } & Readonly<Record<string, string>>;
} & Readonly<Record<string, unknown>>;

function refusalOf({ message: code, detail = 'The database refused this.', hint }: PgError, cause: unknown): AtlasError {
  const { pointer, amounts, ...details }: Hint = hint ? (JSON.parse(hint) as Hint) : {};
  const { currency = '', ...minor } = amounts ?? {};
  const money = Object.fromEntries(Object.entries(minor).map(([name, amount]) => [name, moneyJson(BigInt(amount), currency)]));
  const words = detail.replace(/\{(\w+)\}/g, (braced, name: string) =>
    money[name] ? `${money[name].amount} ${currency}` : braced,
  );
  const errors = pointer === undefined ? {} : { errors: [{ pointer, code, message: words }] };
  return new AtlasError(code, words, { ...details, ...money, ...errors }, { cause });
}

/**
 * What the database refused, in the words of the contract. `AT001` is a law of ours that a trigger holds: its message is
 * the code. Anything unknown comes back as it was.
 */
export function fromDatabase(error: unknown): unknown {
  if (error instanceof AtlasError) return error;
  // Whether a COMMIT that was on its way has arrived, nobody knows: the key does.
  if (isConnectionLost(error))
    return new AtlasError(
      'unavailable',
      'The database cannot be reached. Try again in a moment: with the same Idempotency-Key it is done once.',
      {},
      { cause: error },
    );
  const cause = original(error);
  if (!isPgError(cause)) return error;
  switch (cause.code) {
    case 'AT001':
      return refusalOf(cause, error);
    case '42501':
      return brokenPolicy(cause) ?? error;
    case '23505':
      return new AtlasError('duplicate', 'This already exists.', { constraint: cause.constraint }, { cause: error });
    case '23503':
      return brokenReference(cause);
    case '57014':
      return new AtlasError(
        'unavailable',
        'The database is busy. Nothing was changed; try again in a moment.',
        {},
        { cause: error },
      );
    default:
      return error;
  }
}
