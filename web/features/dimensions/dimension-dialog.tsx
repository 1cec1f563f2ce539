'use client';
import { createDimension, updateDimension } from '@atlas/accounting/contract';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';
import type { Dimension } from './value-tree.ts';

/** Adds a dimension, renames one or takes it out of use. */
export function DimensionDialog({ dimension, onClose }: { dimension: Dimension | null; onClose: () => void }) {
  const t = useTranslations('dimensions');
  const create = useCommand(createDimension, ['accounting.']);
  const update = useCommand(updateDimension, ['accounting.']);
  const saving = useAction();
  const [code, setCode] = useState(dimension?.code ?? '');
  const [name, setName] = useState(dimension?.name ?? '');
  const [archived, setArchived] = useState(Boolean(dimension?.archivedAt));
  const save = () =>
    dimension
      ? update.mutateAsync({ id: dimension.id, version: dimension.version, name, archived })
      : create.mutateAsync({ code, name });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.run(save))) return;
    notify('success', t('saved', { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={dimension ? dimension.name : t('new')} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <div className="grid grid-cols-3 gap-3">
          <Field label={t('code')} required>
            {(control) => (
              <Input
                {...control}
                value={code}
                maxLength={20}
                readOnly={dimension !== null}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('name')} required className="col-span-2">
            {(control) => (
              <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
            )}
          </Field>
        </div>
        {dimension ? (
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
