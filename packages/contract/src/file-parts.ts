import { z } from 'zod';

/** Bytes in one answer: what a function may answer with, in base64. */
export const partBytes = 3_000_000;

/** Which part of a file is asked for. */
export const part = z.coerce.number().int().min(0).max(10_000).default(0);

/** A part of a file, and which comes next. */
export const filePart = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.base64(),
  nextPart: z.int().nullable(),
});
