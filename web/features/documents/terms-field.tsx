'use client';
import { listPaymentTerms } from '@atlas/payments/contract';
import { Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { useMay } from '../session/may.ts';
import { type DueDocument, useScheduleWords } from './use-schedule-words.ts';

type Fields = { paymentTermsId: string | null; dueDate: string };

type Props = {
  form: Pick<Form<Fields, unknown>, 'values' | 'set' | 'error'>;
  /** What the document comes to, as far as that is known: then it is told when what is due. */
  document?: DueDocument | undefined;
  /** Of the customer or supplier: they count where none are named and no due date. */
  usualId?: string | null | undefined;
};

/** The payment terms of a document; they say when it is due. Not there while the workspace has none. */
export function TermsField({ form, document, usualId = null }: Props) {
  const t = useTranslations('invoices');
  const may = useMay();
  const { data } = useRead(listPaymentTerms, { limit: 200 }, { enabled: may(listPaymentTerms) });
  const { paymentTermsId, dueDate } = form.values;
  const offered = (data?.items ?? []).filter(({ id, archived }) => !archived || id === paymentTermsId);
  const usual = dueDate === '' ? offered.find(({ id, archived }) => id === usualId && !archived) : undefined;
  const schedule = useScheduleWords(offered.find(({ id }) => id === paymentTermsId) ?? usual, document);
  if (offered.length === 0 && paymentTermsId === null) return null;
  return (
    <Field label={t('paymentTerms')} hint={schedule} className="sm:col-span-2" error={form.error('/paymentTermsId')}>
      {(control) => (
        <Select
          {...control}
          value={paymentTermsId ?? ''}
          onChange={({ currentTarget: { value } }) => form.set({ paymentTermsId: value || null, dueDate: '' })}
        >
          <option value="">{usual ? t('usualTerms', { name: usual.name }) : '–'}</option>
          {offered.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
