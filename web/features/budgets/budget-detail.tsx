'use client';
import { approveBudget, budgetModes, getBudget, reviseBudget, updateBudget } from '@atlas/accounting/contract';
import { Badge, Button, Select } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand, useRead } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useGo } from '../guard/guard-store.ts';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { BudgetEditor } from './budget-editor.tsx';
import type { Budget } from './budget-grid.ts';
import { BudgetLines } from './budget-lines.tsx';

/** A budget: written while it is a draft, looked at and revised once it is in force. */
export function BudgetDetail({ id }: { id: string }) {
  const query = useRead(getBudget, { id });
  return <RecordState query={query}>{(budget) => <BudgetPage budget={budget} />}</RecordState>;
}

function BudgetPage({ budget }: { budget: Budget }) {
  const t = useTranslations('budgets');
  const may = useMay();
  const go = useGo();
  const acting = useAction({ told: true });
  const approve = useCommand(approveBudget, ['accounting.']);
  const revise = useCommand(reviseBudget, ['accounting.']);
  const update = useCommand(updateBudget, ['accounting.']);
  const { id, name, status, version, mode } = budget;
  const isDraft = status === 'draft';
  const inForce = async () => {
    if (await acting.run(() => approve.mutateAsync({ id }))) notify('success', t('approved', { name }));
  };
  const next = () => acting.run(async () => go(`/budgets/${(await revise.mutateAsync({ id })).id}`));
  const hold = (chosen: string) => {
    const to = budgetModes.find((each) => each === chosen);
    if (to) void acting.run(() => update.mutateAsync({ id, version, mode: to }));
  };
  return (
    <>
      <PageHeader
        title={`${name} ${budget.fiscalYear}`}
        trail={[{ label: t('plural'), path: '/budgets' }]}
        badge={
          <Badge tone={status === 'approved' ? 'success' : 'neutral'}>
            {t(`statuses.${status}`)} · {t('revisionOf', { revision: budget.revision })}
          </Badge>
        }
      >
        <Button asChild>
          <Link href={`/budgets/${id}/report`}>{t('compare')}</Link>
        </Button>
        {!isDraft && may(reviseBudget) ? (
          <Button busy={acting.busy} onClick={() => void next()}>
            {t('revise')}
          </Button>
        ) : null}
        {isDraft && may(approveBudget) ? (
          <Button look="primary" busy={acting.busy} onClick={() => void inForce()}>
            {t('approve')}
          </Button>
        ) : null}
      </PageHeader>
      <div className="flex flex-col gap-3 p-3 sm:p-4">
        <div className="flex flex-wrap items-center gap-2">
          <span id="budget-mode" className="text-ink-muted">
            {t('mode')}
          </span>
          <Select
            aria-labelledby="budget-mode"
            className="w-48"
            value={mode}
            disabled={status === 'superseded' || !may(updateBudget) || acting.busy}
            onChange={(event) => hold(event.currentTarget.value)}
          >
            {budgetModes.map((each) => (
              <option key={each} value={each}>
                {t(`modes.${each}`)}
              </option>
            ))}
          </Select>
          <span className="text-ink-muted">{t(`spans.${budget.span}`)}</span>
        </div>
        {isDraft && may(updateBudget) ? <BudgetEditor key={id} budget={budget} /> : <BudgetLines budget={budget} />}
      </div>
    </>
  );
}
