import {
  allocate,
  checkAccounts,
  entryAccounts,
  lockItems,
  type NewEntry,
  type OpenItem,
  type OpenItemRow,
  postEntries,
  postingTerms,
} from '@atlas/accounting';
import { AtlasError, type BusinessDate, businessDate, laterOf, present, uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { BankAccountRow } from '../accounts/accounts.repository.ts';
import { matchApplied } from '../contract/events.ts';
import { type Composed, composeMatch, type Split } from '../domain/compose-match.ts';
import { keyOf, type LineKey } from '../domain/match-subject.ts';
import { settledItem } from '../domain/settled-item.ts';
import { valuesOf } from '../domain/value-lines.ts';
import { loadMovements, loadPostedOnBank, type Movement, type PostedOnBank } from './matched-sides.repository.ts';
import { insertMatches } from './matches.repository.ts';
import { worthOfMatches } from './worth-of-matches.ts';

/** What somebody, or a rule, says that movements are. */
export type MatchDraft = {
  readonly lineIds: readonly string[];
  /** Without an amount, all that is open of an item. */
  readonly items: readonly (LineKey & { readonly amountMinor: bigint | null })[];
  readonly ledgerLines: readonly LineKey[];
  readonly splits: readonly Split[];
  readonly date: BusinessDate | null;
  /** What the bank made of it in the books; null by the rate of the day. */
  readonly value: string | null;
  readonly ruleId: string | null;
};

/** A match with what each of its lines is worth in the books. */
type Valued = Prepared & { readonly values: readonly bigint[] };

type Prepared = {
  readonly id: string;
  readonly entryId: string;
  readonly draft: MatchDraft;
  readonly date: BusinessDate;
  /** Nothing is settled before it is there: an invoice that was paid in advance, on its own day. */
  readonly settledOn: BusinessDate;
  readonly description: string;
  readonly composed: Composed;
};

/** What drafts name, as it is now: loaded once for all of them, the items locked. */
type Known = {
  readonly movements: ReadonlyMap<string, Movement>;
  readonly posted: ReadonlyMap<string, PostedOnBank>;
  readonly items: ReadonlyMap<string, OpenItemRow>;
};

async function knownOf(tx: TenantTx, account: BankAccountRow, drafts: readonly MatchDraft[]): Promise<Known> {
  const [movements, posted, items] = await Promise.all([
    loadMovements(
      tx,
      account.id,
      drafts.flatMap(({ lineIds }) => lineIds),
    ),
    loadPostedOnBank(
      tx,
      account.id,
      drafts.flatMap(({ ledgerLines }) => ledgerLines),
    ),
    lockItems(
      tx,
      drafts.flatMap((draft) => draft.items.map(({ entryId, position }) => ({ entryId, position }))),
    ),
  ]);
  return {
    movements: new Map(movements.map((each) => [each.id, each])),
    posted: new Map(posted.map((each) => [keyOf(each), each])),
    items: new Map(items.map((each) => [keyOf(each), each])),
  };
}

function freeMovement(known: Known, id: string): Movement {
  const movement = known.movements.get(id);
  if (!movement) throw new AtlasError('treasury.unknown_line', 'The account has no such movement.', { lineId: id });
  if (movement.matchId !== null)
    throw new AtlasError('treasury.line_matched', `The movement of ${movement.bookedOn} was matched meanwhile.`, {
      lineId: id,
      matchId: movement.matchId,
    });
  return movement;
}

function freePosting(known: Known, key: LineKey): PostedOnBank {
  const posted = known.posted.get(keyOf(key));
  if (!posted) throw new AtlasError('treasury.unknown_line', 'The account has no such line in the ledger.', { ...key });
  if (posted.matchId !== null)
    throw new AtlasError('treasury.ledger_line_matched', `The line of ${posted.date} was matched meanwhile.`, { ...key });
  return posted;
}

function prepare(account: BankAccountRow, known: Known, draft: MatchDraft): Prepared {
  const movements = [...new Set(draft.lineIds)].map((id) => freeMovement(known, id));
  const posted = [...new Map(draft.ledgerLines.map((key) => [keyOf(key), key])).values()].map((key) => freePosting(known, key));
  const entryId = uuidv7();
  const days = [...movements.map(({ bookedOn }) => bookedOn), ...posted.map(({ date }) => date)].sort();
  const sides = {
    movements,
    ledgerMinor: posted.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    items: draft.items.map((item) => settledItem(item, known.items.get(keyOf(item)), account.currency)),
    splits: draft.splits,
  };
  const date = businessDate(draft.date ?? present(days.at(-1), 'a match has movements or lines of the ledger'));
  const itemDays = draft.items.map((item) => businessDate(known.items.get(keyOf(item))?.date ?? date));
  return {
    id: uuidv7(),
    entryId,
    draft,
    date,
    settledOn: itemDays.reduce(laterOf, date),
    description: `${account.name}: ${movements[0]?.text ?? ''}`.slice(0, 200).toWellFormed(),
    composed: composeMatch(sides, account.ledgerAccountId, entryId),
  };
}

/** The accounts of splits take postings; a control account only for a party. @throws AtlasError `accounting.control_account` and others */
async function checkSplits(tx: TenantTx, drafts: readonly MatchDraft[]): Promise<void> {
  const splits = drafts.flatMap((draft) => draft.splits);
  if (splits.length === 0) return;
  const accounts = await entryAccounts(
    tx,
    splits.map(({ accountId }) => accountId),
  );
  checkAccounts(splits, accounts);
  for (const { accountId, partyId } of splits) {
    const { role, code } = present(accounts.get(accountId), 'the account was checked');
    if ((role === 'receivable' || role === 'payable') && partyId === null)
      throw new AtlasError('accounting.control_account', `${code} is kept by party: say whose it is.`);
  }
}

const entryOf = ({ id, entryId, date, description, composed, values }: Valued, books: string, currency: string): NewEntry => ({
  id: entryId,
  date,
  description,
  sourceKind: 'treasury.match',
  sourceId: id,
  lines: composed.lines.map(({ amountMinor, ...line }, index) => ({
    ...line,
    currency: books,
    amountMinor: values[index] ?? 0n,
    transaction: currency === books ? null : { currency, amountMinor },
  })),
});

/** The items of a match: those that it settles, and those that its own lines have just made. */
function itemsOf({ entryId, composed, draft, values }: Valued, known: Known, currency: string): OpenItem[] {
  const own = composed.lines.map((line, index) => ({
    entryId,
    position: index + 1,
    accountId: line.accountId,
    partyId: line.partyId,
    currency,
    residualMinor: line.amountMinor,
    residualBaseMinor: values[index] ?? 0n,
  }));
  return [...own, ...draft.items.flatMap((item) => known.items.get(keyOf(item)) ?? [])];
}

/** Matches with the values of their lines in the books. */
async function valuedMatches(tx: TenantTx, matches: readonly Prepared[], currency: string, books: string): Promise<Valued[]> {
  const posted = matches.map(({ date, draft, composed }) => ({
    date,
    value: draft.value,
    bankMinor: composed.lines.slice(0, composed.bankLineCount).reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  }));
  const worths = await worthOfMatches(tx, posted, currency, books);
  return matches.map((match, index) => {
    const amounts = match.composed.lines.map(({ amountMinor }) => amountMinor);
    const worth = worths[index];
    return { ...match, values: worth ? valuesOf(amounts, worth) : amounts };
  });
}

/** Posts what matches say and settles what they name. */
async function post(tx: TenantTx, matches: readonly Prepared[], account: BankAccountRow, known: Known): Promise<void> {
  if (matches.length === 0) return;
  const terms = await postingTerms(
    tx,
    matches.flatMap(({ date, settledOn }) => [date, settledOn]),
  );
  const valued = await valuedMatches(tx, matches, account.currency, terms.currency);
  postEntries(
    tx,
    terms,
    valued.map((match) => entryOf(match, terms.currency, account.currency)),
  );
  for (const match of valued)
    if (match.composed.pairs.length > 0)
      allocate(tx, terms, {
        date: match.settledOn,
        sourceKind: 'treasury.match',
        sourceId: match.id,
        items: itemsOf(match, known, account.currency),
        pairs: match.composed.pairs,
      });
}

/**
 * Applies matches of one account, all or none. The account is locked by whoever calls, so that of two people who say what one
 * movement is, the second is told of the first.
 *
 * @throws AtlasError `treasury.line_matched`, `treasury.ledger_line_matched`, `treasury.match_differs`, `treasury.item_changed` and
 *   others; what the books refuse
 * @returns the ids of the matches
 */
export async function applyMatches(tx: TenantTx, account: BankAccountRow, drafts: readonly MatchDraft[]): Promise<string[]> {
  const [known] = await Promise.all([knownOf(tx, account, drafts), checkSplits(tx, drafts)]);
  const matches = drafts.map((draft) => prepare(account, known, draft));
  const posting = matches.filter(({ composed }) => composed.lines.length > 0);
  await post(tx, posting, account, known);
  insertMatches(
    tx,
    matches.map(({ id, entryId, draft, settledOn, composed }) => ({
      id,
      bankAccountId: account.id,
      date: settledOn,
      entryId: composed.lines.length > 0 ? entryId : null,
      ruleId: draft.ruleId,
      lineIds: [...new Set(draft.lineIds)],
      postings: [
        ...draft.ledgerLines,
        ...Array.from({ length: composed.bankLineCount }, (_, index) => ({ entryId, position: index + 1 })),
      ],
    })),
  );
  for (const { id, entryId, composed } of matches)
    tx.emit(matchApplied, { matchId: id, bankAccountId: account.id, entryId: composed.lines.length > 0 ? entryId : null });
  return matches.map(({ id }) => id);
}
