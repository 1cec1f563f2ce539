'use client';
import { accountTypes, createAccount } from '@atlas/accounting/contract';
import { Button, Dialog, Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';
import type { Account } from './chart-tree.ts';

type Type = (typeof accountTypes)[number];
type Values = { code: string; name: string; type: Type; isGroup: boolean; parentId: string | null };

const fresh: Values = { code: '', name: '', type: 'asset', isGroup: false, parentId: null };

/** Adds an account or a heading to the chart. */
export function NewAccountDialog({ chart, onClose }: { chart: readonly Account[]; onClose: () => void }) {
  const t = useTranslations('accounts');
  const create = useCommand(createAccount, ['accounting.']);
  const form = useForm(createAccount.input, fresh, { unique: '/code' });
  const headings = chart.filter(({ isGroup, archivedAt, type }) => isGroup && !archivedAt && type === form.values.type);
  const submit = form.onSubmit(async (input) => {
    const { code, name } = await create.mutateAsync(input);
    notify('success', t('created', { name: `${code} ${name}` }));
    onClose();
  });
  return (
    <Dialog open onOpenChange={onClose} title={t('new')} closeLabel={t('cancel')}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <div className="grid grid-cols-3 gap-3">
          <Field label={t('code')} error={form.error('/code')} required>
            {(control) => <Input {...control} {...form.text('code')} autoFocus />}
          </Field>
          <Field label={t('name')} error={form.error('/name')} required className="col-span-2">
            {(control) => <Input {...control} {...form.text('name')} />}
          </Field>
        </div>
        <Field label={t('type')}>
          {(control) => (
            <Select
              {...control}
              value={form.values.type}
              onChange={(event) => form.set({ type: event.currentTarget.value as Type, parentId: null })}
            >
              {accountTypes.map((type) => (
                <option key={type} value={type}>
                  {t(`types.${type}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('heading')} error={form.error('/parentId')}>
          {(control) => (
            <Select
              {...control}
              value={form.values.parentId ?? ''}
              onChange={(event) => form.set({ parentId: event.currentTarget.value || null })}
            >
              <option value="">–</option>
              {headings.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {code} {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={form.values.isGroup}
            onChange={(event) => form.set({ isGroup: event.currentTarget.checked })}
          />
          {t('isHeading')}
        </label>
        <Refusal error={form.refusal} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
