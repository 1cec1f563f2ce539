import type { LineFilter } from './line-filter.repository.ts';

/** Which postings a report is made of. */
export type LedgerView = {
  /** What was posted after this instant is left out; null or left out, nothing is. */
  readonly knownUntil?: string | null;
  /**
   * Closing entries of fiscal years: kept when left out; those of a range, so that income and expenses are what they were; or those
   * of its last day, so that a year that ends there shows its own result, and years before it retained earnings.
   */
  readonly closing?: 'left_out' | 'left_out_on_last_day';
  /** Only lines that say this of dimensions; without terms, all. */
  readonly lines?: LineFilter;
};
