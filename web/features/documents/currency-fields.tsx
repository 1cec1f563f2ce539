'use client';
import { type DocumentRate, findExchangeRate } from '@atlas/accounting/contract';
import { currencies, isBusinessDate } from '@atlas/kernel';
import { Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';

type Fields = { currency: string; exchangeRate: DocumentRate | null };

/** The currency of a document and, in another one than the books', its rate: left empty, that of its day. */
export function CurrencyFields({ form, date }: { form: Pick<Form<Fields, unknown>, 'values' | 'set' | 'error'>; date: string }) {
  const t = useTranslations('invoices');
  const { baseCurrency } = useSession().company;
  const { currency, exchangeRate } = form.values;
  const foreign = currency !== '' && currency !== baseCurrency;
  const { rate, about } = useRateOf(foreign ? currency : '', date);
  const inverse = exchangeRate?.quotation === 'base_per_foreign';
  return (
    <>
      <Field label={t('currency')} error={form.error('/currency')}>
        {(control) => (
          <Select
            {...control}
            value={currency === '' ? baseCurrency : currency}
            onChange={({ currentTarget: { value } }) =>
              form.set({ currency: value === baseCurrency ? '' : value, exchangeRate: null })
            }
          >
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        )}
      </Field>
      {foreign ? (
        <Field
          label={
            inverse ? t('rateOf', { one: currency, units: baseCurrency }) : t('rateOf', { one: baseCurrency, units: currency })
          }
          hint={exchangeRate === null ? about : undefined}
          error={form.error('/exchangeRate/rate')}
        >
          {(control) => (
            <AmountInput
              {...control}
              placeholder={rate}
              value={exchangeRate?.rate ?? ''}
              onChange={(typed) =>
                form.set({
                  exchangeRate: typed === '' ? null : { quotation: exchangeRate?.quotation ?? 'foreign_per_base', rate: typed },
                })
              }
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

/** The rate that counts on a day and the day that it is of, as far as there is one. */
function useRateOf(currency: string, on: string): { rate: string; about: string } {
  const t = useTranslations('invoices');
  const may = useMay();
  const { decimal, date } = useFormats();
  const enabled = currency !== '' && isBusinessDate(on) && may(findExchangeRate);
  const { data } = useRead(findExchangeRate, { currency, on }, { enabled });
  if (!data || !enabled) return { rate: '', about: t('byDay') };
  return { rate: decimal(data.rate), about: t('rateOn', { date: date(data.validOn) }) };
}
