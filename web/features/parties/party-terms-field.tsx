'use client';
import { listPaymentTerms } from '@atlas/payments/contract';
import { Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { useMay } from '../session/may.ts';

type Fields = { paymentTermsId: string | null };

/** The usual payment terms of a customer or supplier. Not there while the workspace has none. */
export function PartyTermsField({ form }: { form: Pick<Form<Fields, unknown>, 'values' | 'set' | 'error'> }) {
  const t = useTranslations('parties');
  const may = useMay();
  const { data } = useRead(listPaymentTerms, { limit: 200 }, { enabled: may(listPaymentTerms) });
  const { paymentTermsId } = form.values;
  const offered = (data?.items ?? []).filter(({ id, archived }) => !archived || id === paymentTermsId);
  if (offered.length === 0) return null;
  return (
    <Field label={t('paymentTerms')} hint={t('paymentTermsHint')} error={form.error('/paymentTermsId')} className="sm:col-span-2">
      {(control) => (
        <Select
          {...control}
          value={paymentTermsId ?? ''}
          onChange={({ currentTarget: { value } }) => form.set({ paymentTermsId: value || null })}
        >
          <option value="">–</option>
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
