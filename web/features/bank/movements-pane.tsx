'use client';
import { Badge, Button, Card, Select, Skeleton } from '@atlas/ui';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ReportProblem } from '../reports/report-frame.tsx';
import type { Line, Reconciling, Shown } from './use-reconciling.ts';

const optionOf = ({ id }: Line): string => `movement-${id}`;

/** The movements of an account: arrows choose one, space adds it to others, Enter applies the best suggestion, U undoes. */
export function MovementsPane({ reconciling }: { reconciling: Reconciling }) {
  const t = useTranslations('bank.match');
  const { query, rows, active, index, shown } = reconciling;
  const onKeyDown = (event: KeyboardEvent) => {
    const [best] = reconciling.suggestions;
    const acts: Record<string, () => void> = {
      ArrowDown: () => reconciling.moveTo(index + 1),
      ArrowUp: () => reconciling.moveTo(index - 1),
      ' ': () => active && reconciling.toggled(active),
      Enter: () => (reconciling.mayApply ? reconciling.applyChosen() : best && reconciling.applySuggestion(best)),
      u: () => reconciling.undoOne(),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || reconciling.busy) return;
    event.preventDefault();
    act();
  };
  return (
    <Card className="flex min-w-0 flex-col gap-3 p-4" aria-label={t('movements')}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{t('movements')}</h2>
        <Select
          className="w-auto"
          aria-label={t('show')}
          value={shown}
          onChange={({ currentTarget }) => reconciling.setShown(currentTarget.value as Shown)}
        >
          {(['unmatched', 'matched', 'all'] as const).map((state) => (
            <option key={state} value={state}>
              {t(state)}
            </option>
          ))}
        </Select>
      </div>
      <p className="text-ink-muted text-xs">{t('keys')}</p>
      {query.error ? <ReportProblem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton className="h-40" /> : null}
      {query.isSuccess && rows.length === 0 ? (
        <p className="py-6 text-center text-ink-muted">{t(shown === 'unmatched' ? 'noneOpen' : 'noneFound')}</p>
      ) : null}
      {rows.length > 0 ? (
        <div
          role="listbox"
          tabIndex={0}
          aria-label={t('movements')}
          aria-multiselectable
          aria-activedescendant={active ? optionOf(active) : undefined}
          onKeyDown={onKeyDown}
          className="max-h-[32rem] overflow-y-auto rounded-md border"
        >
          {rows.map((line, place) => (
            <Movement key={line.id} line={line} reconciling={reconciling} place={place} />
          ))}
        </div>
      ) : null}
      {query.hasNextPage ? <Button onClick={() => void query.fetchNextPage()}>{t('all')}</Button> : null}
    </Card>
  );
}

function Movement({ line, reconciling, place }: { line: Line; reconciling: Reconciling; place: number }) {
  const t = useTranslations('bank.match');
  const { amount, date } = useFormats();
  const isChosen = reconciling.chosen.some(({ id }) => id === line.id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys act on the list, which has the focus
    <div
      role="option"
      id={optionOf(line)}
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={() => reconciling.moveTo(place)}
      className={`grid cursor-default grid-cols-[5.5rem_1fr_auto] gap-2 border-t px-2 py-1.5 first:border-t-0 ${isChosen ? 'bg-accent-soft' : ''}`}
    >
      <span className="whitespace-nowrap">{date(line.bookedOn)}</span>
      <span className="min-w-0 break-words">
        {line.counterpartyName ? <span className="block">{line.counterpartyName}</span> : null}
        <span className="block text-ink-muted text-xs">{line.text || line.reference}</span>
      </span>
      <span className="flex flex-col items-end gap-1">
        <span className="tabular-nums">{amount(line.amount)}</span>
        {line.matchId !== null ? <Badge tone="success">{t('matched')}</Badge> : null}
        {line.matchId === null && line.score !== null ? <Badge>{t('score', { score: line.score })}</Badge> : null}
      </span>
    </div>
  );
}
