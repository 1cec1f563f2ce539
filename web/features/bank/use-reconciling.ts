'use client';
import { moneyJson, moneyOf } from '@atlas/kernel';
import { applyMatch, type listOpenItemsToMatch, listStatementLines, listSuggestions, undoMatch } from '@atlas/treasury/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import type { RowOf } from '../list/list-types.ts';
import { usePages } from '../list/use-pages.ts';
import type { BankAccount } from './bank-account-form.tsx';
import { useWorth } from './use-worth.ts';

export type Line = RowOf<typeof listStatementLines>;
export type Suggestion = z.output<typeof listSuggestions.output>['items'][number];
export type Item = z.output<typeof listOpenItemsToMatch.output>['items'][number];
export type Shown = 'unmatched' | 'matched' | 'all';

const nobody = '00000000-0000-7000-8000-000000000000';
const affected = ['treasury.', 'accounting.', 'sales.', 'purchasing.', 'payments.'] as const;
export const keyOf = ({ entryId, position }: { entryId: string; position: number }): string => `${entryId}/${position}`;

/** Matches and takes back, and says how it went: of an account in another currency, also what it is worth in the books. */
function useMatching(accountId: string, onApplied: () => void) {
  const t = useTranslations('bank');
  const { money } = useFormats();
  const words = useProblemWords();
  const apply = useCommand(applyMatch, affected);
  const undo = useCommand(undoMatch, affected);
  const [done, setDone] = useState<readonly string[]>([]);
  const told = async (work: () => Promise<string | undefined>, text: string) => {
    try {
      const description = await work();
      notify('success', text, description === undefined ? {} : { description });
    } catch (error) {
      const { title, detail } = words(error);
      notify('error', title, { description: detail });
    }
  };
  return {
    busy: apply.isPending || undo.isPending,
    last: done.at(-1),
    send: (what: Omit<Parameters<typeof apply.mutateAsync>[0], 'id'>) =>
      told(async () => {
        const match = await apply.mutateAsync({ id: accountId, ...what });
        setDone((before) => [...before, match.id]);
        onApplied();
        const { total, inBooks } = match;
        return total.currency === inBooks.currency ? undefined : t('match.inBooks', { amount: money(inBooks) });
      }, t('match.applied')),
    takeBack: (id: string) =>
      told(async () => {
        await undo.mutateAsync({ id });
        setDone((before) => before.filter((each) => each !== id));
        return undefined;
      }, t('match.undone')),
  };
}

const keyed = ({ entryId, position }: Item) => ({ entryId, position });

/** What is chosen: movements besides the one that the arrows are at, items, and an account for the rest. */
function useChoice() {
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [items, setItems] = useState<ReadonlyMap<string, Item>>(new Map());
  const [accountId, setAccountId] = useState('');
  return {
    ...{ added, items, accountId, setAccountId },
    clear: () => {
      setAdded(new Set());
      setItems(new Map());
      setAccountId('');
    },
    toggled: ({ id }: Line) =>
      setAdded((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    toggleItem: (item: Item) =>
      setItems((before) => {
        const next = new Map(before);
        if (!next.delete(keyOf(item))) next.set(keyOf(item), item);
        return next;
      }),
  };
}

/** Movements, what is chosen of them, and what they are said to be. */
export function useReconciling({ id, currency }: BankAccount) {
  const [shown, setShown] = useState<Shown>('unmatched');
  const [at, setAt] = useState(0);
  const choice = useChoice();
  const worth = useWorth(currency);
  const { busy, last, send, takeBack } = useMatching(id, () => {
    choice.clear();
    worth.clear();
  });
  const filters = shown === 'all' ? {} : { state: shown };
  const { query, rows } = usePages(listStatementLines, { id }, { q: '', sort: 'bookedOn', filters });
  const index = Math.min(at, rows.length - 1);
  const active = rows[index];
  const isOpen = active?.matchId === null;
  const chosen = rows.filter((row) => row.id === active?.id || choice.added.has(row.id));
  const read = useRead(listSuggestions, { id: active?.id ?? nobody }, { enabled: isOpen });

  const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, each) => total + moneyOf(each, currency).minor, 0n);
  const items = [...choice.items.values()];
  const rest = sum(chosen.map(({ amount }) => amount.amount)) - sum(items.map(({ open }) => open.amount));
  const difference = moneyJson(rest, currency);
  const lineIds = chosen.map((line) => line.id);
  const valued = worth.of(lineIds);
  const mayApply =
    chosen.length > 0 &&
    !valued.isWrong &&
    chosen.every(({ matchId }) => matchId === null) &&
    (rest === 0n ? items.length > 0 : choice.accountId !== '');
  const undoId = active?.matchId ?? last;

  return {
    ...choice,
    ...{ query, rows, active, index, chosen, difference, shown, busy, mayApply, mayUndo: undoId !== undefined },
    worth: worth.books === null ? null : { ...valued, books: worth.books },
    suggestions: isOpen ? (read.data?.items ?? []) : [],
    suggesting: read.isFetching,
    applySuggestion: ({ items: found, ledgerLine, rule }: Suggestion) =>
      active &&
      !valued.isWrong &&
      void send({
        lineIds,
        items: found.map((item) => ({ ...keyed(item), amount: item.settled.amount })),
        ledgerLines: ledgerLine ? [{ entryId: ledgerLine.entryId, position: ledgerLine.position }] : [],
        splits: rule ? [{ accountId: rule.accountId, partyId: rule.partyId, amount: active.amount.amount }] : [],
        // What the ledger has already is worth there what it is.
        ...(ledgerLine ? {} : valued.input),
      }),
    applyChosen: () =>
      mayApply &&
      void send({
        lineIds,
        items: items.map((item) => ({ ...keyed(item), amount: item.open.amount })),
        splits: rest === 0n ? [] : [{ accountId: choice.accountId, amount: difference.amount }],
        ...valued.input,
      }),
    undoOne: () => undoId !== undefined && void takeBack(undoId),
    setShown: (next: Shown) => {
      setShown(next);
      setAt(0);
    },
    moveTo: (place: number) => setAt(Math.max(0, Math.min(place, rows.length - 1))),
  };
}

export type Reconciling = ReturnType<typeof useReconciling>;
