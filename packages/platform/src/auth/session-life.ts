const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session lives: unused, and at the longest, however much it is used. Milliseconds. */
export const life = { idle: 7 * day, absolute: 30 * day, prolongEvery: day } as const;

/** How long after proving who one is dangerous things may be done. Milliseconds. */
export const freshFor = 10 * minute;

type Instant = string | Date;
type Span = { readonly createdAt: Instant; readonly expiresAt: Instant };

const ms = (instant: Instant): number => new Date(instant).getTime();

export const isOver = ({ createdAt, expiresAt }: Span, now = Date.now()): boolean =>
  ms(expiresAt) <= now || ms(createdAt) + life.absolute <= now;

/**
 * Until when a session that is in use lives on, or null when nothing changes: it was prolonged within the last day, or it
 * belongs to someone who does not want to be remembered.
 */
export function prolonged({ createdAt, expiresAt }: Span, now = Date.now()): Date | null {
  const remembered = ms(expiresAt) - ms(createdAt) >= life.idle;
  const until = Math.min(now + life.idle, ms(createdAt) + life.absolute);
  return remembered && until - ms(expiresAt) >= life.prolongEvery ? new Date(until) : null;
}

/** Whether someone proved a moment ago who they are. Who never did, an API key for example, did not. */
export const isFresh = (authenticatedAt: Instant | null | undefined, now = Date.now()): boolean =>
  authenticatedAt != null && now - ms(authenticatedAt) < freshFor;
