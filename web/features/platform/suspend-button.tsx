'use client';
import { resumeWorkspace, suspendWorkspace } from '@atlas/administration/contract';
import { Button, Dialog, Field, Textarea } from '@atlas/ui';
import { CirclePause, CirclePlay } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';
import { affects, type Workspace } from './types.ts';

/** Keeps everybody out of a workspace, with a reason, or lets them in again. */
export function SuspendButton({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  const [asking, setAsking] = useState(false);
  const resume = useCommand(resumeWorkspace, affects);
  const action = useAction({ told: true });
  const { id, name, state } = workspace;
  if (state === 'suspended')
    return (
      <Button
        look="primary"
        busy={action.busy}
        onClick={() =>
          void action
            .run(() => resume.mutateAsync({ id }))
            .then((done) => (done ? notify('success', t('resumed', { name })) : undefined))
        }
      >
        <CirclePlay aria-hidden /> {t('resume')}
      </Button>
    );
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        <CirclePause aria-hidden /> {t('suspend')}
      </Button>
      {asking ? <SuspendDialog workspace={workspace} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function SuspendDialog({ workspace: { id, name }, onClose }: { workspace: Workspace; onClose: () => void }) {
  const t = useTranslations('platform');
  const suspend = useCommand(suspendWorkspace, affects);
  const [reason, setReason] = useState('');
  const action = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await action.run(() => suspend.mutateAsync({ id, reason: reason.trim() })))) return;
    notify('success', t('suspended', { name }));
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('suspendTitle', { name })}
      description={t('suspendAbout')}
      closeLabel={t('cancel')}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('reason')} hint={t('suspendReasonHint')} required>
          {(control) => (
            <Textarea {...control} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
          )}
        </Field>
        <Refusal error={action.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="danger" busy={action.busy} disabled={reason.trim() === ''}>
            {t('suspend')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
