/**
 * The last instant of which a report is to know postings: of a day, its end in UTC. What is posted is stamped with the
 * beginning of its transaction, to the millisecond.
 */
export const knownUntil = (knownOn: string | undefined): string | null =>
  knownOn === undefined ? null : knownOn.length === 10 ? `${knownOn}T23:59:59.999Z` : knownOn;
