'use client';
import { Checkbox, Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { Form } from '@/lib/form.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { FormSection } from '../record/form-frame.tsx';
import type { TermsValues } from './terms-values.ts';

/** What paying early takes off; it goes with a single payment. */
export function DiscountFields({ form }: { form: Form<TermsValues, unknown> }) {
  const t = useTranslations('paymentTerms');
  const { lines, discounted, share, basis } = form.values;
  const single = lines.length === 1;
  const problem = form.error('/discount');
  return (
    <FormSection title={t('discount')}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the box is inside */}
      <label className="flex items-center gap-2">
        <Checkbox
          checked={discounted && single}
          disabled={!single}
          onChange={(event) => form.set({ discounted: event.currentTarget.checked })}
        />
        {t(single ? 'discounted' : 'discountSingle')}
      </label>
      {problem ? (
        <p role="alert" className="mt-2 text-danger text-xs">
          {problem}
        </p>
      ) : null}
      {discounted && single ? (
        <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
          <Field label={t('percent')} error={form.error('/discount/share')} required>
            {(control) => <AmountInput {...control} value={share} onChange={(value) => form.set({ share: value })} />}
          </Field>
          <Field label={t('withinDays')} error={form.error('/discount/days')} required>
            {(control) => <Input {...control} {...form.text('days')} inputMode="numeric" className="text-end" />}
          </Field>
          <Field label={t('basis')} className="col-span-2">
            {(control) => (
              <Select
                {...control}
                value={basis}
                onChange={(event) => form.set({ basis: event.currentTarget.value === 'net' ? 'net' : 'gross' })}
              >
                <option value="gross">{t('bases.gross')}</option>
                <option value="net">{t('bases.net')}</option>
              </Select>
            )}
          </Field>
        </div>
      ) : null}
    </FormSection>
  );
}
