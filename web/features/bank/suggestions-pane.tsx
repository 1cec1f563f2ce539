'use client';
import { exponentOf } from '@atlas/kernel';
import { listOpenItemsToMatch } from '@atlas/treasury/contract';
import { Button, Card, Field, Input } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { AccountSelect } from '../assets/account-select.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { keyOf, type Reconciling, type Suggestion } from './use-reconciling.ts';

/** What the chosen movements may be, with reasons; or what somebody says that they are. */
export function SuggestionsPane({ accountId, reconciling }: { accountId: string; reconciling: Reconciling }) {
  const t = useTranslations('bank.match');
  const { active, suggestions, suggesting } = reconciling;
  return (
    <Card className="flex min-w-0 flex-col gap-3 p-4" aria-label={t('suggestions')}>
      <h2 className="font-semibold">{t('suggestions')}</h2>
      {active ? null : <p className="text-ink-muted">{t('choose')}</p>}
      {active?.matchId === null && suggestions.length === 0 && !suggesting ? (
        <p className="text-ink-muted">{t('noSuggestion')}</p>
      ) : null}
      <ul className="flex flex-col gap-2" aria-label={t('suggestions')}>
        {suggestions.map((each) => (
          <SuggestionCard key={each.rank} suggestion={each} reconciling={reconciling} />
        ))}
      </ul>
      <OpenItems accountId={accountId} reconciling={reconciling} />
      <Chosen reconciling={reconciling} />
    </Card>
  );
}

function SuggestionCard({ suggestion, reconciling }: { suggestion: Suggestion; reconciling: Reconciling }) {
  const t = useTranslations('bank.match');
  const { money, date } = useFormats();
  const { ledgerLine, rule } = suggestion;
  return (
    <li className="flex items-start justify-between gap-3 rounded-md border p-3">
      <div className="min-w-0">
        {suggestion.items.map((item) => (
          <p key={keyOf(item)} className="break-words">
            {t('item', { number: item.number, party: item.partyName ?? '' })}{' '}
            <span className="tabular-nums">{money(item.settled)}</span>
          </p>
        ))}
        {ledgerLine ? <p>{t('ledger', { number: ledgerLine.number, date: date(ledgerLine.date) })}</p> : null}
        {rule ? <p>{t('rule', { name: rule.name, account: rule.account })}</p> : null}
        <p className="text-ink-muted text-xs">
          {t('score', { score: suggestion.score })}:{' '}
          {suggestion.reasons
            .map(({ code, value }) => t(`reasons.${code}`, { value: code === 'date_near' ? Number(value) : (value ?? '') }))
            .join(', ')}
        </p>
        {Number(suggestion.rest.amount) === 0 ? null : (
          <p className="text-warning text-xs">{t('restLeft', { amount: money(suggestion.rest) })}</p>
        )}
      </div>
      <Button
        disabled={
          reconciling.busy ||
          reconciling.chosen.length !== 1 ||
          reconciling.worth?.isWrong ||
          Number(suggestion.rest.amount) !== 0
        }
        onClick={() => reconciling.applySuggestion(suggestion)}
      >
        {t('apply')}
      </Button>
    </li>
  );
}

function OpenItems({ accountId, reconciling }: { accountId: string; reconciling: Reconciling }) {
  const t = useTranslations('bank.match');
  const { money, date } = useFormats();
  const [q, setQ] = useState('');
  const open = useRead(
    listOpenItemsToMatch,
    { id: accountId, limit: 50, ...(q.trim() ? { q: q.trim() } : {}) },
    { keepPrevious: true },
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{t('items')}</legend>
      <Input
        type="search"
        aria-label={t('searchItems')}
        placeholder={t('searchItems')}
        value={q}
        onChange={({ currentTarget }) => setQ(currentTarget.value)}
      />
      {open.data?.items.length === 0 ? <p className="text-ink-muted">{t('noItems')}</p> : null}
      <div className="max-h-64 overflow-y-auto">
        {open.data?.items.map((item) => (
          <label key={keyOf(item)} className="flex items-center gap-2 border-t py-1.5 first:border-t-0">
            <input type="checkbox" checked={reconciling.items.has(keyOf(item))} onChange={() => reconciling.toggleItem(item)} />
            <span className="min-w-0 flex-1 break-words">
              {t('item', { number: item.number, party: item.partyName ?? '' })}
              {item.dueOn ? <span className="block text-ink-muted text-xs">{t('due', { date: date(item.dueOn) })}</span> : null}
            </span>
            <span className="tabular-nums">{money(item.open)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Chosen({ reconciling }: { reconciling: Reconciling }) {
  const t = useTranslations('bank.match');
  const { money } = useFormats();
  const { difference, chosen, accountId } = reconciling;
  return (
    <div className="flex flex-col gap-3 border-t pt-3">
      <p role="status" className="flex justify-between">
        <span>
          {t('difference')} ({t('movementsSum', { count: chosen.length })})
        </span>
        <span className="tabular-nums">{money(difference)}</span>
      </p>
      <Field label={t('rest')}>
        {(control) => <AccountSelect control={control} value={accountId} onChange={reconciling.setAccountId} />}
      </Field>
      <WorthField worth={reconciling.worth} />
      <div className="flex justify-end gap-2">
        <Button look="quiet" disabled={!reconciling.mayUndo || reconciling.busy} onClick={reconciling.undoOne}>
          {t(reconciling.active?.matchId ? 'undo' : 'undoLast')}
        </Button>
        <Button look="primary" disabled={!reconciling.mayApply} busy={reconciling.busy} onClick={reconciling.applyChosen}>
          {t('apply')}
        </Button>
      </div>
    </div>
  );
}

/** What the bank made of the chosen movements in the books; nothing of an account in the currency of the books. */
function WorthField({ worth }: { worth: Reconciling['worth'] }) {
  const t = useTranslations('bank.match');
  if (worth === null) return null;
  const decimals = exponentOf(worth.books);
  return (
    <Field
      label={t('worth', { currency: worth.books })}
      hint={t('worthHint')}
      error={worth.isWrong ? t('worthWrong') : undefined}
    >
      {(control) => <AmountInput {...control} value={worth.text} scale={decimals} least={decimals} onChange={worth.set} />}
    </Field>
  );
}
