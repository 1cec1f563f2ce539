import { AtlasError } from '@atlas/kernel';

/** A PATCH by Prisma: what is left out stays as it is. */
export function definedOnly<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** The row, or the refusal that also answers for rows of other tenants: they do not exist here. */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw new AtlasError('not_found', `There is no such ${what}.`);
  return row;
}

/**
 * Refuses an edit of an outdated version.
 *
 * @throws AtlasError `version_conflict`
 */
export function sameVersion(current: number, edited: number): void {
  if (current !== edited) {
    throw new AtlasError(
      'version_conflict',
      'Someone else changed this in the meantime. Reload it and apply your change again.',
      { current, edited },
    );
  }
}
