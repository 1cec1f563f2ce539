'use client';
import { rotateApiKey } from '@atlas/identity/contract';
import { Button, Dialog, Field, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { Refusal } from '../settings/refusal.tsx';
import { IssuedKey } from './issued-key.tsx';
import { type ApiKey, overlaps } from './key-state.ts';

/** Issues the successor of a key, which goes on working until the program has the new one. */
export function RotateDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations('apiKeys');
  const rotation = useCommand(rotateApiKey, ['identity.']);
  const [overlapHours, setOverlapHours] = useState<number>(24);
  const [issued, setIssued] = useState<{ key: string | null } | null>(null);
  const rotating = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await rotating.run(async () => setIssued(await rotation.mutateAsync({ id: apiKey.id, overlapHours })));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(issued ? 'keyIssued' : 'rotateTitle', { name: apiKey.name })}
      {...(issued ? {} : { description: t('rotateAbout') })}
      closeLabel={t('cancel')}
      held={issued !== null}
    >
      {issued ? (
        <IssuedKey text={issued.key} onClose={onClose} />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-3">
          <Field label={t('oldWorks')}>
            {(control) => (
              <Select
                {...control}
                value={String(overlapHours)}
                onChange={(event) => setOverlapHours(Number(event.currentTarget.value))}
              >
                {overlaps.map((hours) => (
                  <option key={hours} value={hours}>
                    {hours < 48 ? t('hours', { count: hours }) : t('days', { count: hours / 24 })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Refusal error={rotating.error} />
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" look="primary" busy={rotating.busy}>
              {t('rotate')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
