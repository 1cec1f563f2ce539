/** A record of a tree. `above` is the key of the one that it stands below. */
export type TreeRecord = { readonly key: string; readonly above: string | null; readonly isReady: boolean };

/**
 * Keys of records that are ready and still cannot be imported: one that they stand below is refused, or they stand below each
 * other in a circle. What no record is called is there already.
 */
export function hanging(records: readonly TreeRecord[]): string[] {
  const byKey = new Map<string, TreeRecord>();
  for (const record of records) if (record.isReady || !byKey.has(record.key)) byKey.set(record.key, record);
  const stands = new Map<string, boolean>();
  for (const start of byKey.keys()) {
    const path = new Set<string>();
    let at: string | null = start;
    while (at !== null && !path.has(at) && !stands.has(at) && byKey.get(at)?.isReady) {
      path.add(at);
      at = byKey.get(at)?.above ?? null;
    }
    // The top, or something that exists already; otherwise what was found of the one above, a refused one or the path itself.
    const isGround = at === null || !byKey.has(at);
    for (const key of path) stands.set(key, isGround || (at !== null && stands.get(at) === true && !path.has(at)));
  }
  return [...byKey.values()].flatMap(({ key, isReady }) => (isReady && stands.get(key) === false ? [key] : []));
}
