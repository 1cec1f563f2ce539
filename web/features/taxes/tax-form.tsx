'use client';
import { createTax, getTax, taxKinds, taxOperations, updateTax } from '@atlas/tax/contract';
import { Checkbox, Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { api, useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { AccountSelect } from '../assets/account-select.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { MembersField } from './members-field.tsx';
import { RatesField } from './rates-field.tsx';
import { freshTax, inputOf, type Tax, type TaxValues, valuesOf } from './tax-values.ts';

const flags = ['included', 'affectsBase', 'baseAffected'] as const;
const accounts = ['salesAccountId', 'purchaseAccountId'] as const;

/** Changes a tax. */
export function TaxEdit({ id }: { id: string }) {
  const query = useRead(getTax, { id });
  return <RecordState query={query}>{(tax) => <TaxForm tax={tax} />}</RecordState>;
}

/** Adds a tax or a group, or changes one: what kind it is stays, because that would be another tax. */
export function TaxForm({ tax }: { tax?: Tax }) {
  const t = useTranslations('taxes');
  const go = useGo();
  const create = useCommand(createTax, ['tax.', 'catalog.']);
  const update = useCommand(updateTax, ['tax.', 'catalog.']);
  const form = useForm(createTax.input, tax ? valuesOf(tax) : freshTax(today()), { inputOf, unique: '/code' });
  const save = (version: number | undefined) =>
    form.onSubmit(async (input) => {
      const { name, sequence, rates, salesAccountId, purchaseAccountId } = input;
      const changes = { name, sequence, rates, salesAccountId, purchaseAccountId };
      if (tax && version !== undefined) await update.mutateAsync({ ...changes, id: tax.id, version });
      else await create.mutateAsync(input);
      setUnsaved('form', false);
      notify('success', t('saved', { name }));
      go('/taxes');
    })();
  const resolve = async (keep: 'theirs' | 'mine') => {
    if (!tax) return;
    const newer = await api.call(getTax, { id: tax.id });
    if (keep === 'theirs') form.reset(valuesOf(newer));
    else save(newer.version);
  };
  const { kind, operation } = form.values;
  return (
    <FormFrame
      title={tax ? tax.name : t('new')}
      trail={[{ label: t('plural'), path: '/taxes' }]}
      form={form}
      onSubmit={() => save(tax?.version)}
      backPath="/taxes"
      onConflict={(keep) => void resolve(keep)}
    >
      <div className="mx-auto w-full max-w-3xl p-3 sm:p-4">
        <FormSection title={t('details')}>
          <div className="grid gap-3 sm:grid-cols-4">
            <Field label={t('code')} error={form.error('/code')} required>
              {(control) => <Input {...control} {...form.text('code')} autoFocus={!tax} disabled={!!tax} />}
            </Field>
            <Field label={t('name')} error={form.error('/name')} required className="sm:col-span-2">
              {(control) => <Input {...control} {...form.text('name')} />}
            </Field>
            <Field label={t('sequence')} error={form.error('/sequence')} required>
              {(control) => <Input {...control} {...form.text('sequence')} inputMode="numeric" />}
            </Field>
            <WhatItIs form={form} fixed={!!tax} />
            {kind === 'group' ? null : <RatesField form={form} />}
            {kind === 'group' || kind === 'surtax' ? <MembersField form={form} fixed={!!tax} /> : null}
            {operation === 'exempt' && kind !== 'group' ? <Exemption form={form} fixed={!!tax} /> : null}
            {kind === 'group'
              ? null
              : accounts.map((name) => (
                  <Field key={name} label={t(name)} error={form.error(`/${name}`)} className="sm:col-span-2">
                    {(control) => (
                      <AccountSelect
                        control={control}
                        value={form.values[name] ?? ''}
                        onChange={(id) => form.set({ [name]: id === '' ? null : id })}
                      />
                    )}
                  </Field>
                ))}
          </div>
        </FormSection>
      </div>
    </FormFrame>
  );
}

type PartProps = { form: ReturnType<typeof useForm<TaxValues, typeof createTax.input>>; fixed: boolean };

function WhatItIs({ form, fixed }: PartProps) {
  const t = useTranslations('taxes');
  const { kind, operation } = form.values;
  return (
    <>
      <Field label={t('kind')} error={form.error('/kind')} className="sm:col-span-2">
        {(control) => (
          <Select
            {...control}
            value={kind}
            disabled={fixed}
            onChange={({ currentTarget: { value } }) => form.set({ kind: taxKinds.find((each) => each === value) ?? kind })}
          >
            {taxKinds.map((each) => (
              <option key={each} value={each}>
                {t(`kinds.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {kind === 'group' ? null : (
        <Field label={t('operation')} error={form.error('/operation')} className="sm:col-span-2">
          {(control) => (
            <Select
              {...control}
              value={operation}
              disabled={fixed}
              onChange={({ currentTarget: { value } }) =>
                form.set({ operation: taxOperations.find((each) => each === value) ?? operation })
              }
            >
              {taxOperations.map((each) => (
                <option key={each} value={each}>
                  {t(`operations.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {kind === 'group' ? null : (
        <div className="flex flex-wrap gap-x-6 gap-y-2 sm:col-span-4">
          {flags.map((name) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside
            <label key={name} className="flex items-center gap-2">
              <Checkbox
                checked={form.values[name]}
                disabled={fixed}
                onChange={(event) => form.set({ [name]: event.currentTarget.checked })}
              />
              {t(name)}
            </label>
          ))}
          {form.error('/included') ? (
            <p role="alert" className="w-full text-danger text-xs">
              {form.error('/included')}
            </p>
          ) : null}
        </div>
      )}
    </>
  );
}

function Exemption({ form, fixed }: PartProps) {
  const t = useTranslations('taxes');
  return (
    <>
      <Field label={t('exemptionCode')} error={form.error('/exemptionCode')} required>
        {(control) => <Input {...control} {...form.text('exemptionCode')} placeholder="VATEX-EU-132" disabled={fixed} />}
      </Field>
      <Field label={t('exemptionReason')} error={form.error('/exemptionReason')} className="sm:col-span-3">
        {(control) => <Input {...control} {...form.text('exemptionReason')} disabled={fixed} />}
      </Field>
    </>
  );
}
