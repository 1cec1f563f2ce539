'use client';
import { previewRevaluation, runRevaluation } from '@atlas/accounting/contract';
import { addDays, isBusinessDate, startOfMonth } from '@atlas/kernel';
import { Card, Field, Select, Skeleton } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame } from '../record/form-frame.tsx';
import { ChooseAccounts } from './choose-accounts.tsx';
import { RevaluationTable } from './revaluation-table.tsx';

type Values = { date: string; reversal: 'next_day' | 'kept' };

/** Posts what money in foreign currencies is worth at the end of a day, which is shown while it is chosen. */
export function RevaluationForm() {
  const t = useTranslations('revaluations');
  const go = useGo();
  const run = useCommand(runRevaluation, ['accounting.']);
  const initial: Values = { date: addDays(startOfMonth(today()), -1) as string, reversal: 'next_day' };
  const form = useForm(runRevaluation.input, initial);
  const save = form.onSubmit(async (input) => {
    const { id } = await run.mutateAsync(input);
    setUnsaved('form', false);
    notify('success', t('posted'));
    go(`/revaluations/${id}`);
  });
  return (
    <FormFrame
      title={t('new')}
      trail={[{ label: t('plural'), path: '/revaluations' }]}
      form={form}
      onSubmit={() => save()}
      saveLabel={t('post')}
      backPath="/revaluations"
    >
      <div className="flex flex-col gap-4 p-3 sm:p-4">
        <Card className="flex flex-wrap gap-3 p-4">
          <Field label={t('date')} error={form.error('/date')} required className="w-44">
            {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
          </Field>
          <Field label={t('reversal')} hint={t('reversalHint')} error={form.error('/reversal')} required className="w-80">
            {(control) => (
              <Select
                {...control}
                value={form.values.reversal}
                onChange={(event) => form.set({ reversal: event.currentTarget.value as Values['reversal'] })}
              >
                <option value="next_day">{t('reversals.next_day')}</option>
                <option value="kept">{t('reversals.kept')}</option>
              </Select>
            )}
          </Field>
          <ChooseAccounts />
        </Card>
        <Preview values={form.values} />
      </div>
    </FormFrame>
  );
}

function Preview({ values }: { values: Values }) {
  const t = useTranslations('revaluations');
  const words = useProblemWords();
  const { money } = useFormats();
  const preview = useRead(previewRevaluation, values, { enabled: isBusinessDate(values.date), keepPrevious: true });
  if (preview.isError) {
    const { title, detail } = words(preview.error);
    return (
      <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
        {title}. {detail}
      </p>
    );
  }
  if (!preview.data) return <Skeleton className="h-40" />;
  const { rows, difference } = preview.data;
  if (rows.length === 0) return <p className="text-ink-muted">{t('nothing')}</p>;
  return (
    <Card className="overflow-x-auto p-4">
      <RevaluationTable rows={rows} />
      <p className="mt-3 text-end font-semibold">
        {t('difference')} {money(difference)}
      </p>
    </Card>
  );
}
