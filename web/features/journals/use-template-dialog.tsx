'use client';
import { type listJournalTemplates, useJournalTemplate as route } from '@atlas/accounting/contract';
import { exponentOf } from '@atlas/kernel';
import { Field } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { today } from '@/lib/today.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { useGo } from '../guard/guard-store.ts';
import type { RowOf } from '../list/list-types.ts';
import { DialogForm } from '../record/dialog-form.tsx';
import { useSession } from '../session/session.tsx';

export type Template = RowOf<typeof listJournalTemplates>;

type Values = { id: string; date: string; amount: string };

/** Makes a draft from a template; what it leaves blank is filled in there. */
export function UseTemplateDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const t = useTranslations('journals');
  const go = useGo();
  const decimals = exponentOf(useSession().company.baseCurrency);
  const make = useCommand(route, ['accounting.journal_draft']);
  const initial: Values = { id: template.id, date: today(), amount: '' };
  const form = useForm(route.input, initial, { inputOf: ({ amount, ...values }) => ({ ...values, amount: amount || null }) });
  const shares = template.lines.some(({ kind }) => kind === 'share');
  const submit = form.onSubmit(async (input) => {
    const { id } = await make.mutateAsync(input);
    onClose();
    go(`/journals/drafts/${id}`);
  });
  return (
    <DialogForm
      title={template.name}
      description={t('useAbout')}
      submitLabel={t('use')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('date')} error={form.error('/date')} required>
        {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
      </Field>
      {shares ? (
        <Field label={t('amount')} error={form.error('/amount')} required>
          {(control) => (
            <AmountInput
              {...control}
              scale={decimals}
              least={decimals}
              value={form.values.amount}
              onChange={(amount) => form.set({ amount })}
            />
          )}
        </Field>
      ) : null}
    </DialogForm>
  );
}
