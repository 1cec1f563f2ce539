import { z } from 'zod';

/** What every list takes: how many, and where to go on. */
export const pageInput = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** What every list answers: the items and where to go on, `null` at the end. */
export const page = <I extends z.ZodType>(item: I) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export type Page<T> = { items: T[]; nextCursor: string | null };
