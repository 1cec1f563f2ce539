'use client';
import { listTaxes } from '@atlas/tax/contract';
import { Checkbox } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import type { TaxValues } from './tax-values.ts';

/** The taxes of a group; which ones it has stays. */
export function MembersField({ form, fixed }: { form: Form<TaxValues, unknown>; fixed: boolean }) {
  const t = useTranslations('taxes');
  const { data } = useRead(listTaxes, { archived: 'false', limit: 200 });
  const { memberIds } = form.values;
  const toggle = (id: string, on: boolean) =>
    form.set({ memberIds: on ? [...memberIds, id] : memberIds.filter((each) => each !== id) });
  return (
    <fieldset className="flex flex-col gap-2 sm:col-span-4" disabled={fixed}>
      <legend className="mb-2 font-medium">{t('members')}</legend>
      {form.error('/memberIds') ? (
        <p role="alert" className="text-danger text-xs">
          {form.error('/memberIds')}
        </p>
      ) : null}
      {(data?.items ?? [])
        .filter(({ kind }) => kind !== 'group')
        .map(({ id, code, name }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside
          <label key={id} className="flex items-center gap-2">
            <Checkbox checked={memberIds.includes(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} />
            {code} · {name}
          </label>
        ))}
    </fieldset>
  );
}
