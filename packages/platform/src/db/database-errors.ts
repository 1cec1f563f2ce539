import { AtlasError } from '@atlas/kernel';

type PgError = Error & { code: string; detail?: string; constraint?: string; table?: string };

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

/**
 * What the database refused, in the words of the contract. `AT001` is a law of ours that a trigger holds: its message is
 * the code. Anything unknown comes back as it was.
 */
export function fromDatabase(error: unknown): unknown {
  const cause = original(error);
  if (!isPgError(cause)) return error;
  switch (cause.code) {
    case 'AT001':
      return new AtlasError(cause.message, cause.detail ?? 'The database refused this.', {}, { cause: error });
    case '23505':
      return new AtlasError('duplicate', 'This already exists.', { constraint: cause.constraint }, { cause: error });
    case '23503':
      return new AtlasError(
        'still_referenced',
        'Something refers to this, or it refers to something that does not exist.',
        { constraint: cause.constraint },
        { cause: error },
      );
    case '57014':
    case '53300':
    case '57P01':
    case '57P03':
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
