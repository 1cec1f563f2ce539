'use client';
import { createMatchingRule, updateMatchingRule } from '@atlas/treasury/contract';
import { Checkbox, Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';
import { affects, type Rule } from './rule-order.ts';
import { RuleTarget } from './rule-target.tsx';

type Props = { bankAccountId: string; currency: string; rule: Rule | null; position: number; onClose: () => void };

const directions = ['both', 'in', 'out'] as const;

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

/** Says what movements that look alike are. */
export function RuleDialog({ bankAccountId, currency, rule, position, onClose }: Props) {
  const t = useTranslations('bankRules');
  const create = useCommand(createMatchingRule, affects);
  const update = useCommand(updateMatchingRule, affects);
  const initial = {
    bankAccountId,
    name: rule?.name ?? '',
    position: rule?.position ?? position,
    direction: rule?.direction ?? ('both' as const),
    words: rule?.words ?? '',
    counterpartyAccount: rule?.counterpartyAccount ?? '',
    minAmount: rule?.minAmount ?? '',
    maxAmount: rule?.maxAmount ?? '',
    accountId: rule?.accountId ?? null,
    partyId: rule?.partyId ?? null,
    isAutomatic: rule?.isAutomatic ?? false,
  };
  const form = useForm(createMatchingRule.input, initial, {
    inputOf: ({ words, counterpartyAccount, minAmount, maxAmount, ...values }) => ({
      ...values,
      words: orNull(words),
      counterpartyAccount: orNull(counterpartyAccount),
      minAmount: orNull(minAmount),
      maxAmount: orNull(maxAmount),
    }),
  });
  const { values } = form;
  const submit = form.onSubmit(async ({ bankAccountId: _account, ...fields }) => {
    if (rule) await update.mutateAsync({ ...fields, id: rule.id, version: rule.version });
    else await create.mutateAsync({ ...fields, bankAccountId });
    notify('success', t('saved', { name: fields.name }));
    onClose();
  });
  return (
    <DialogForm
      title={rule ? rule.name : t('new')}
      description={t('dialogAbout')}
      submitLabel={t('save')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('name')} error={form.error('/name')} required>
          {(control) => <Input {...control} {...form.text('name')} />}
        </Field>
        <Field label={t('direction')} error={form.error('/direction')}>
          {(control) => (
            <Select
              {...control}
              value={values.direction}
              onChange={({ currentTarget: { value } }) =>
                form.set({ direction: directions.find((each) => each === value) ?? 'both' })
              }
            >
              {directions.map((each) => (
                <option key={each} value={each}>
                  {t(`directions.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('words.label')} hint={t('wordsHint')} error={form.error('/words')} className="col-span-2">
          {(control) => <Input {...control} {...form.text('words')} />}
        </Field>
        <Field label={t('counterpartyAccount')} error={form.error('/counterpartyAccount')} className="col-span-2">
          {(control) => <Input {...control} {...form.text('counterpartyAccount')} autoComplete="off" spellCheck={false} />}
        </Field>
        {(['minAmount', 'maxAmount'] as const).map((name) => (
          <Field key={name} label={t(name, { currency })} error={form.error(`/${name}`)}>
            {(control) => <AmountInput {...control} value={values[name]} onChange={(value) => form.set({ [name]: value })} />}
          </Field>
        ))}
        <RuleTarget form={form} />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the box is inside */}
        <label className="col-span-2 flex items-start gap-2">
          <Checkbox
            className="mt-0.5"
            checked={values.isAutomatic}
            onChange={(event) => form.set({ isAutomatic: event.currentTarget.checked })}
          />
          <span>
            {t('isAutomatic')}
            <span className="block text-ink-muted text-xs">{t(values.accountId === null ? 'certainOnly' : 'always')}</span>
          </span>
        </label>
      </div>
    </DialogForm>
  );
}
