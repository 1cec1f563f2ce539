import { AtlasError, type BusinessDate } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { AccountRole } from '../contract/accounts.ts';
import { checkBalanced, type EntryLine } from '../domain/check-entry.ts';
import { type DimensionRule, heldToRules } from '../domain/line-dimensions.ts';
import { areaOf, type PostingArea } from '../domain/posting-area.ts';
import { insertEntries, loadPostingTerms, type PostingPeriod } from './posting.repository.ts';

/** What a posting must know before it decides: loaded once for a batch of documents. */
export type PostingTerms = {
  /** Currency of the books. */
  readonly currency: string;
  /** The account with a role, such as `receivable`. @throws AtlasError `accounting.no_account_for_role` */
  accountFor(role: AccountRole): string;
  /**
   * The open period of a date, where the area is not locked on it either.
   *
   * @throws AtlasError `accounting.no_period`, `accounting.period_closed`, `accounting.area_locked`
   */
  periodOf(date: BusinessDate, area?: PostingArea): PostingPeriod;
  /** What an account asks of its lines. */
  rulesOf(accountId: string): readonly DimensionRule[];
};

/**
 * Loads the terms of postings on some dates.
 *
 * @throws AtlasError `accounting.not_set_up`
 */
export async function postingTerms(tx: TenantTx, dates: readonly BusinessDate[]): Promise<PostingTerms> {
  const terms = await loadPostingTerms(tx, [...new Set(dates)]);
  if (!terms) throw new AtlasError('accounting.not_set_up', 'Set up the books of this workspace first.');
  return {
    currency: terms.currency,
    accountFor: (role) => {
      const account = terms.accounts?.[role];
      if (!account)
        throw new AtlasError('accounting.no_account_for_role', `Say in the chart which account stands for "${role}".`, { role });
      return account;
    },
    periodOf: (date, area) => {
      const period = terms.periods[date];
      if (!period) throw new AtlasError('accounting.no_period', `No fiscal year covers ${date}. Open one first.`, { date });
      if (period.locked) throw new AtlasError('accounting.period_closed', `The period of ${date} is locked.`, { date });
      const lockedThrough = area && terms.locks?.[area];
      if (lockedThrough && date <= lockedThrough)
        throw new AtlasError('accounting.area_locked', `Postings of "${area}" are locked through ${lockedThrough}.`, {
          date,
          area,
        });
      return period;
    },
    rulesOf: (accountId) => terms.rules?.[accountId] ?? [],
  };
}

export type NewEntry = {
  readonly id: string;
  readonly date: BusinessDate;
  readonly description: string;
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly reversalOfId?: string;
  /** What a lock of an area holds it by; left out, the area of the kind that it comes from. */
  readonly area?: PostingArea;
  readonly lines: readonly EntryLine[];
};

/**
 * Posts entries inside the running transaction: the one way into the ledger. Either all are posted or none;
 * what the database refuses fails what is sent after it.
 *
 * @throws AtlasError `accounting.unbalanced_entry`, `accounting.invalid_line`, `accounting.no_period`, `accounting.period_closed`,
 * `accounting.area_locked`, `accounting.dimension_required`, `accounting.dimension_forbidden`
 */
export function postEntries(tx: TenantTx, terms: PostingTerms, entries: readonly NewEntry[]): void {
  const posted = entries.map((entry) => {
    checkBalanced(entry.lines);
    // A reversal mirrors what was posted, whatever accounts have come to ask for since.
    const lines = entry.reversalOfId ? entry.lines : heldToRules(entry.lines, terms.rulesOf);
    const area = entry.area ?? areaOf(entry.sourceKind);
    const period = terms.periodOf(entry.date, area);
    return { ...entry, lines, area, reversalOfId: entry.reversalOfId ?? null, periodId: period.id, year: period.year };
  });
  insertEntries(tx, posted);
}
