'use client';
import { startImpersonation } from '@atlas/administration/contract';
import { Button, Dialog, Field, Select, Textarea } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { startOver } from '../session/auth.ts';
import { beginImpersonation } from '../session/auth-impersonation.ts';
import { Refusal } from '../settings/refusal.tsx';
import type { Workspace, WorkspaceMember } from './types.ts';

const minutes = [5, 15, 30, 60] as const;

type Props = { workspace: Workspace; person: WorkspaceMember; onClose: () => void };

/** Asks why and for how long. Nothing of it is silent: the workspace is told. */
export function ImpersonateDialog({ workspace, person, onClose }: Props) {
  const t = useTranslations('platform');
  const name = person.name || person.email;
  const start = useCommand(startImpersonation, []);
  const form = useForm(
    startImpersonation.input,
    { reason: '', minutes: '15' },
    {
      inputOf: (values) => ({
        workspaceId: workspace.id,
        userId: person.userId,
        reason: values.reason,
        minutes: Number(values.minutes),
      }),
    },
  );
  const submit = form.onSubmit(async (input) => {
    const { ticket } = await start.mutateAsync(input);
    if (ticket === null) return;
    await beginImpersonation(ticket);
    startOver('/');
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('actAsTitle', { name, workspace: workspace.name })}
      description={t('actAsAbout')}
      closeLabel={t('cancel')}
    >
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <Field label={t('reason')} error={form.error('/reason')} hint={t('actAsReasonHint')} required>
          {(control) => <Textarea {...control} {...form.text('reason')} maxLength={500} />}
        </Field>
        <Field label={t('duration')} error={form.error('/minutes')} className="max-w-60">
          {(control) => (
            <Select {...control} {...form.text('minutes')}>
              {minutes.map((each) => (
                <option key={each} value={each}>
                  {t('minutes', { count: each })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Refusal error={form.refusal} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="danger" busy={form.busy}>
            {t('actAs')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
