import { AtlasError, type BusinessDate, present, uuidv7 } from '@atlas/kernel';
import type { Importable, ImportOutcome, ImportRecord, StagedKeys, TenantTx } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { accountsKind, openingBalancesKind } from '../contract/imports.ts';
import { postJournal } from '../contract/journals.ts';
import { type OpeningAccount, whyNotOpened } from '../domain/opening-row.ts';
import { type NewEntry, type PostingTerms, postEntries, postingTerms } from '../journals/posting.ts';
import {
  firstDayOf,
  insertOpenings,
  type KnownOpening,
  knownOpenings,
  type NewOpening,
  openingAccounts,
  openingKey,
  openingParties,
} from './openings.repository.ts';
import { dayOf, readOpening, refusedOpening, type SaidOpening } from './read-opening.ts';

const sourceKind = 'accounting.opening_balance';
const partyKinds = ['parties.customers', 'parties.suppliers'];

type Facts = {
  readonly rows: readonly (SaidOpening | ImportOutcome)[];
  readonly terms: PostingTerms;
  readonly firstDay: BusinessDate;
  readonly accounts: ReadonlyMap<string, OpeningAccount>;
  readonly parties: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, KnownOpening>;
};

const isOutcome = (row: SaidOpening | ImportOutcome): row is ImportOutcome => 'status' in row;

async function factsOf(tx: TenantTx, records: readonly ImportRecord[]): Promise<Facts> {
  const { currency } = await postingTerms(tx, []);
  const firstDay = present(await firstDayOf(tx), 'books have a first day');
  const rows = records.map((record) => readOpening(record, currency));
  const said = rows.filter((row): row is SaidOpening => !isOutcome(row));
  const [terms, accounts, parties, known] = await Promise.all([
    postingTerms(
      tx,
      said.map((row) => dayOf(row, firstDay)),
    ),
    openingAccounts(
      tx,
      said.map(({ account }) => account),
    ),
    openingParties(
      tx,
      said.flatMap(({ party }) => party ?? []),
    ),
    knownOpenings(
      tx,
      said.map(({ reference }) => reference),
    ),
  ]);
  return { rows, terms, firstDay, accounts, parties, known };
}

/** Why a row cannot be posted as things are; null when it can. `staged` knows what the same import brings. */
function whyNot(row: SaidOpening, { terms, firstDay, accounts, parties }: Facts, staged?: StagedKeys): string | null {
  const account = accounts.get(row.account);
  const comes = (kinds: readonly string[], key: string) => kinds.some((kind) => staged?.has(kind, key));
  if (!account && !comes([accountsKind.name], row.account)) return `There is no account "${row.account}".`;
  if (row.party !== null && !parties.has(row.party) && !comes(partyKinds, row.party)) return `There is no party "${row.party}".`;
  try {
    terms.periodOf(dayOf(row, firstDay), 'general');
    terms.accountFor('opening');
  } catch (error) {
    if (error instanceof AtlasError) return error.message;
    throw error;
  }
  return account ? whyNotOpened(account, row.party !== null, row.dueOn) : null;
}

/** What a row becomes: an entry against the opening account; or the outcome when there is nothing to post. */
function opened(row: SaidOpening, facts: Facts): { entry: NewEntry; opening: NewOpening } | ImportOutcome {
  const { sequence, amountMinor, reference, dueOn } = row;
  const why = whyNot(row, facts);
  if (why !== null) return refusedOpening(sequence, why);
  if (amountMinor === null) return { sequence, status: 'unchanged' };
  const { id: accountId } = present(facts.accounts.get(row.account), 'the account was looked for');
  const partyId = row.party === null ? null : (facts.parties.get(row.party) ?? null);
  const before = facts.known.get(openingKey(accountId, partyId, reference));
  if (before && before.amountMinor !== amountMinor)
    return refusedOpening(sequence, `This was opened with another amount: reverse that entry first.`);
  if (before) return { sequence, status: 'unchanged', targetId: before.id };
  const [id, entryId] = [uuidv7(), uuidv7()];
  const line = { partyId, description: reference || null, currency: facts.terms.currency };
  const lines = [
    { ...line, accountId, amountMinor, dueDate: dueOn },
    { ...line, accountId: facts.terms.accountFor('opening'), amountMinor: -amountMinor },
  ];
  const description = `Opening balance ${row.account}${reference ? ` ${reference}` : ''}`;
  return {
    opening: { id, entryId, accountId, partyId, reference },
    entry: { id: entryId, date: dayOf(row, facts.firstDay), description, sourceKind, sourceId: id, lines },
  };
}

/** Balances of the books before these: each an entry against the opening account, those of parties open items with their due dates. */
export const importOpeningBalances: Importable = {
  kind: openingBalancesKind,
  does: [postJournal.name],
  after: [accountsKind.name, ...partyKinds],
  check: async (tx, records, staged) => {
    const facts = await factsOf(tx, records);
    return facts.rows.map((row): ImportOutcome => {
      if (isOutcome(row)) return row;
      const why = whyNot(row, facts, staged);
      return why === null ? { sequence: row.sequence, status: 'ready' } : refusedOpening(row.sequence, why);
    });
  },
  apply: async (tx, records) => {
    // One after the other: of two imports of one file the second must see what the first has opened.
    await lockBooks(tx);
    const facts = await factsOf(tx, records);
    const results = facts.rows.map((row) => (isOutcome(row) ? row : opened(row, facts)));
    const fresh = results.flatMap((result) => ('entry' in result ? [result] : []));
    if (fresh.length > 0) {
      postEntries(
        tx,
        facts.terms,
        fresh.map(({ entry }) => entry),
      );
      insertOpenings(
        tx,
        fresh.map(({ opening }) => opening),
      );
    }
    for (const { opening } of fresh) tx.record({ subjectId: opening.id, after: opening });
    return results.map((result, index): ImportOutcome => {
      if (!('entry' in result)) return result;
      return { sequence: (facts.rows[index] as SaidOpening).sequence, status: 'created', targetId: result.opening.id };
    });
  },
};
