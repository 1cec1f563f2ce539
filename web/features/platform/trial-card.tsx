'use client';
import { setWorkspaceTrial } from '@atlas/administration/contract';
import { Button, Field } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { DateInput } from '../fields/date-input.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { dayOf, endOfDay } from './entered.ts';
import { affects, type Workspace } from './types.ts';

/** When a trial ends; a workspace without a day is on none. */
export function TrialCard({ workspace: { id, trialEndsAt } }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  const setTrial = useCommand(setWorkspaceTrial, affects);
  const [day, setDay] = useState(dayOf(trialEndsAt));
  const action = useAction();
  const save = async (until: string | null) => {
    if (await action.run(() => setTrial.mutateAsync({ id, trialEndsAt: until }))) notify('success', t('saved'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(endOfDay(day));
  };
  return (
    <SettingsCard title={t('trial')} description={t('trialAbout')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('trialEnds')} hint={t('trialHint')} className="max-w-60">
          {(control) => <DateInput {...control} value={day ?? ''} onChange={setDay} />}
        </Field>
        <Refusal error={action.error} />
        <div className="flex gap-2">
          <Button type="submit" busy={action.busy} disabled={day === dayOf(trialEndsAt)}>
            {t('saveTrial')}
          </Button>
          {trialEndsAt === null ? null : (
            <Button look="quiet" disabled={action.busy} onClick={() => void save(null)}>
              {t('endTrial')}
            </Button>
          )}
        </div>
      </form>
    </SettingsCard>
  );
}
