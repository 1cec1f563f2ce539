'use client';
import { createDimensionValue, updateDimensionValue } from '@atlas/accounting/contract';
import { Button, Dialog, Field, Input, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';
import { type Dimension, type DimensionValue, indented, placesFor } from './value-tree.ts';

type Props = {
  dimension: Dimension;
  values: readonly DimensionValue[];
  /** Null for a new one. */
  value: DimensionValue | null;
  onClose: () => void;
};

/** Adds a value to a dimension, renames or moves one, or takes it out of use. */
export function ValueDialog({ dimension, values, value, onClose }: Props) {
  const t = useTranslations('dimensions');
  const create = useCommand(createDimensionValue, ['accounting.']);
  const update = useCommand(updateDimensionValue, ['accounting.']);
  const saving = useAction();
  const [code, setCode] = useState(value?.code ?? '');
  const [name, setName] = useState(value?.name ?? '');
  const [parentId, setParentId] = useState(value?.parentId ?? null);
  const [archived, setArchived] = useState(Boolean(value?.archivedAt));
  const save = () =>
    value
      ? update.mutateAsync({ id: value.id, version: value.version, name, parentId, archived })
      : create.mutateAsync({ dimensionId: dimension.id, code, name, parentId });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.run(save))) return;
    notify('success', t('saved', { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={value ? `${value.code} ${value.name}` : t('newValue')} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <div className="grid grid-cols-3 gap-3">
          <Field label={t('code')} required>
            {(control) => (
              <Input
                {...control}
                value={code}
                maxLength={20}
                readOnly={value !== null}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('name')} required className="col-span-2">
            {(control) => (
              <Input {...control} value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
            )}
          </Field>
        </div>
        <Field label={t('below')}>
          {(control) => (
            <Select {...control} value={parentId ?? ''} onChange={(event) => setParentId(event.currentTarget.value || null)}>
              <option value="">{t('onTop')}</option>
              {placesFor(values, value?.id ?? null).map((step) => (
                <option key={step.value.id} value={step.value.id}>
                  {indented(step)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {value ? (
          <label className="flex items-center gap-2">
            <input type="checkbox" checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
            {t('outOfUse')}
          </label>
        ) : null}
        <Refusal error={saving.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={saving.busy} disabled={code.trim() === '' || name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
