'use client';
import { previewPaymentTerms } from '@atlas/payments/contract';
import { Card, Field } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { today } from '@/lib/today.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { useSession } from '../session/session.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import { conditionsOf, type TermsValues } from './terms-values.ts';

/** What terms make of an example while they are typed. */
export function TermsPreview({ values }: { values: TermsValues }) {
  const t = useTranslations('paymentTerms');
  const { baseCurrency } = useSession().company;
  const [date, setDate] = useState<string>(today());
  const [total, setTotal] = useState('1000');
  const [net, setNet] = useState('');
  const conditions = conditionsOf(values);
  const asked = { date, currency: baseCurrency, total, ...(net === '' ? {} : { net }), ...conditions };
  const parsed = previewPaymentTerms.input.safeParse(asked);
  return (
    <Card className="p-4">
      <h2 className="mb-3 font-semibold">{t('example')}</h2>
      <div className="mb-3 grid grid-cols-2 gap-3">
        <Field label={t('documentDate')}>
          {(control) => <DateInput {...control} value={date} onChange={(day) => setDate(day ?? '')} />}
        </Field>
        <Field label={t('total', { currency: baseCurrency })}>
          {(control) => <AmountInput {...control} value={total} onChange={setTotal} />}
        </Field>
        {conditions.discount?.basis === 'net' ? (
          <Field label={t('ofItNet', { currency: baseCurrency })} hint={t('ofItNetHint')} className="col-span-2">
            {(control) => <AmountInput {...control} value={net} onChange={setNet} />}
          </Field>
        ) : null}
      </div>
      {parsed.success ? <ScheduleTable asked={parsed.data} /> : <p className="text-ink-muted">{t('notYet')}</p>}
    </Card>
  );
}
