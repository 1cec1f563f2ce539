'use client';
import { type getSeller, saveSeller } from '@atlas/einvoicing/contract';
import { Button, Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { useUnsaved } from '../guard/guard-store.ts';
import { Refusal } from '../settings/refusal.tsx';

type Seller = z.output<typeof getSeller.output>;

/** In the order in which people fill them in: identity, address, electronic address, contact, account. */
const fields = [
  'vatId',
  'taxNumber',
  'registrationNumber',
  'street',
  'postalCode',
  'city',
  'country',
  'electronicScheme',
  'electronicAddress',
  'contactName',
  'contactPhone',
  'contactEmail',
  'iban',
  'bic',
] as const satisfies readonly (keyof Seller)[];
const categories = ['Z', 'E', 'AE', 'K', 'G', 'O'] as const;
/** Written in capitals without spaces, however they are typed. */
const compact: readonly string[] = ['vatId', 'country', 'electronicScheme', 'iban', 'bic'];

const schema = saveSeller.input;
const inputOf = (values: Seller) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && compact.includes(name) ? value.replaceAll(/\s/g, '').toUpperCase() || null : value || null,
    ]),
  );

/** Sets what electronic invoices say of the company. */
export function SellerForm({ seller, fixed }: { seller: Seller; fixed: boolean }) {
  const t = useTranslations('eInvoices');
  const save = useCommand(saveSeller, ['einvoicing.']);
  const form = useForm(schema, seller, { inputOf });
  useUnsaved('form', form.dirty && !form.busy);
  const submit = form.onSubmit(async (input) => {
    await save.mutateAsync(input);
    notify('success', t('saved'));
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-3">
        {fields.map((name) => (
          <Field key={name} label={t(`fields.${name}`)} error={form.error(`/${name}`)} hint={hintOf(t, name)}>
            {(control) => <Input {...control} {...form.text(name)} disabled={fixed} />}
          </Field>
        ))}
        <Field label={t('fields.zeroRateCategory')} error={form.error('/zeroRateCategory')} className="sm:col-span-2">
          {(control) => (
            <Select
              {...control}
              name="zeroRateCategory"
              disabled={fixed}
              value={form.values.zeroRateCategory ?? ''}
              onChange={(event) =>
                form.set({ zeroRateCategory: categories.find((code) => code === event.currentTarget.value) ?? null })
              }
            >
              <option value="">{t('categories.none')}</option>
              {categories.map((code) => (
                <option key={code} value={code}>
                  {t(`categories.${code}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('fields.zeroRateReason')} error={form.error('/zeroRateReason')}>
          {(control) => <Input {...control} {...form.text('zeroRateReason')} disabled={fixed} />}
        </Field>
      </div>
      <Refusal error={form.refusal} />
      {fixed ? null : (
        <div>
          <Button type="submit" look="primary" busy={form.busy} disabled={!form.dirty}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}

type Words = ReturnType<typeof useTranslations<'eInvoices'>>;

const hinted = ['vatId', 'country', 'electronicScheme'] as const;

function hintOf(t: Words, name: (typeof fields)[number]): string | undefined {
  const known = hinted.find((one) => one === name);
  return known && t(`hints.${known}`);
}
