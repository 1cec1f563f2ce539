'use client';
import { spreadBudget } from '@atlas/accounting/contract';
import { exponentOf } from '@atlas/kernel';
import { Button, Dialog, Field, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { api } from '@/lib/api.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { type Budget, type GridLine, totalOf } from './budget-grid.ts';

type Props = { budget: Budget; line: GridLine; onSpread: (amounts: string[]) => void; onClose: () => void };

/** Spreads an amount of the year over its periods. */
export function SpreadDialog({ budget, line, onSpread, onClose }: Props) {
  const t = useTranslations('budgets');
  const spreading = useAction();
  const [amount, setAmount] = useState(totalOf(line));
  const [by, setBy] = useState<'equal' | 'last_year'>('equal');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = { id: budget.id, accountId: line.accountId, ...(line.valueId ? { valueId: line.valueId } : {}), amount, by };
    const done = await spreading.run(async () => onSpread((await api.call(spreadBudget, asked)).amounts));
    if (done) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('spread')} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('yearAmount')} required>
          {(control) => (
            <AmountInput
              {...control}
              scale={exponentOf(budget.currency)}
              least={exponentOf(budget.currency)}
              value={amount}
              onChange={setAmount}
            />
          )}
        </Field>
        <Field label={t('spreadBy')}>
          {(control) => (
            <Select {...control} value={by} onChange={(event) => setBy(event.currentTarget.value as typeof by)}>
              <option value="equal">{t('spreads.equal')}</option>
              <option value="last_year">{t('spreads.last_year')}</option>
            </Select>
          )}
        </Field>
        <Refusal error={spreading.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={spreading.busy}>
            {t('spread')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
