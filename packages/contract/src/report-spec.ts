import type { z } from 'zod';

/**
 * A report that is written as a file: what it is asked for with, and who may have it. Every module says so of its own; one
 * operation writes them all.
 */
export type ReportSpec<N extends string = string, T extends z.ZodObject = z.ZodObject> = {
  /** As requests and files call it: `profit_and_loss`. */
  readonly name: N;
  /** The name of the operation that tells the same: who may not call it, or not see all its fields, gets no file. */
  readonly permission: string;
  readonly terms: T;
  /** Codes that asking for it may be refused with, besides those of every file. */
  readonly errors: readonly string[];
};

export const reportSpec = <const N extends string, T extends z.ZodObject>(spec: ReportSpec<N, T>): ReportSpec<N, T> => spec;
