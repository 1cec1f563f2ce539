'use client';
import { createAssetCategory } from '@atlas/assets/contract';
import { Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { AccountSelect } from './account-select.tsx';
import { freshMethod, MethodFields } from './method-fields.tsx';

const accounts = [
  ['assetAccountId', ['asset']],
  ['accumulatedAccountId', ['asset', 'liability']],
  ['expenseAccountId', ['expense']],
  ['gainAccountId', ['income']],
  ['lossAccountId', ['expense']],
] as const;

const fresh = {
  code: '',
  name: '',
  assetAccountId: '',
  accumulatedAccountId: '',
  expenseAccountId: '',
  gainAccountId: '',
  lossAccountId: '',
  ...freshMethod,
};

/** Adds a kind of assets. */
export function CategoryForm() {
  const t = useTranslations('assets');
  const go = useGo();
  const create = useCommand(createAssetCategory, ['assets.']);
  const form = useForm(createAssetCategory.input, fresh, { unique: '/code' });
  const save = form.onSubmit(async (input) => {
    const { id, name } = await create.mutateAsync(input);
    setUnsaved('form', false);
    notify('success', t('categoryCreated', { name }));
    go(`/assets/new?category=${id}`);
  });
  return (
    <FormFrame
      title={t('newCategory')}
      trail={[{ label: t('plural'), path: '/assets' }]}
      form={form}
      onSubmit={() => save()}
      backPath="/assets"
    >
      <div className="mx-auto w-full max-w-3xl p-3 sm:p-4">
        <FormSection title={t('details')}>
          <div className="grid gap-3 sm:grid-cols-4">
            <Field label={t('code')} error={form.error('/code')} required>
              {(control) => <Input {...control} {...form.text('code')} autoFocus />}
            </Field>
            <Field label={t('name')} error={form.error('/name')} required className="sm:col-span-3">
              {(control) => <Input {...control} {...form.text('name')} />}
            </Field>
            {accounts.map(([name, types]) => (
              <Field key={name} label={t(name)} error={form.error(`/${name}`)} required className="sm:col-span-2">
                {(control) => (
                  <AccountSelect
                    control={control}
                    types={types}
                    value={form.values[name]}
                    onChange={(id) => form.set({ [name]: id })}
                  />
                )}
              </Field>
            ))}
            <MethodFields form={form} />
          </div>
        </FormSection>
      </div>
    </FormFrame>
  );
}
