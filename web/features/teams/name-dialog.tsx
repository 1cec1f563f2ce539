'use client';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';

type Props = {
  title: string;
  startsAs: string | undefined;
  save: (name: string) => Promise<unknown>;
  onClose: () => void;
  /** Further fields. */
  children?: ReactNode;
};

/** Asks for the name of a team or department, new or known. */
export function NameDialog({ title, startsAs = '', save, onClose, children }: Props) {
  const t = useTranslations('teams');
  const [name, setName] = useState(startsAs);
  const saving = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await saving.run(() => save(name)))) return;
    notify('success', t('saved', { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={title} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('name')} required>
          {(control) => (
            <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        {children}
        <Refusal error={saving.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={saving.busy} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
