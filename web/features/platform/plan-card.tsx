'use client';
import { plan, setWorkspaceLimits, setWorkspacePlan } from '@atlas/administration/contract';
import { Button, Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { numberOf } from './entered.ts';
import { affects, type Workspace } from './types.ts';

/** What a workspace may ask for: its plan, and what it has besides. */
export function PlanCard({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  return (
    <SettingsCard title={t('planAndLimits')} description={t('planAbout')}>
      <div className="flex flex-col gap-4">
        <PlanSelect workspace={workspace} />
        <LimitsForm workspace={workspace} />
      </div>
    </SettingsCard>
  );
}

function PlanSelect({ workspace: { id, plan: current } }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  const setPlan = useCommand(setWorkspacePlan, affects);
  const action = useAction({ told: true });
  const change = async (text: string) => {
    const next = plan.parse(text);
    if (await action.run(() => setPlan.mutateAsync({ id, plan: next }))) notify('success', t('saved'));
  };
  return (
    <Field label={t('plan')} className="max-w-60">
      {(control) => (
        <Select {...control} value={current} disabled={action.busy} onChange={(event) => void change(event.currentTarget.value)}>
          {plan.options.map((each) => (
            <option key={each} value={each}>
              {t(`plans.${each}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const textOf = (limit: number | null): string => (limit === null ? '' : String(limit));

function LimitsForm({ workspace: { id, limits } }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  const setLimits = useCommand(setWorkspaceLimits, affects);
  const form = useForm(
    setWorkspaceLimits.input,
    { members: textOf(limits.members), rateFactor: textOf(limits.rateFactor) },
    { inputOf: ({ members, rateFactor }) => ({ id, members: numberOf(members), rateFactor: numberOf(rateFactor) }) },
  );
  const submit = form.onSubmit(async (input) => {
    await setLimits.mutateAsync(input);
    notify('success', t('saved'));
  });
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('seats')} error={form.error('/members')} hint={t('seatsHint')}>
          {(control) => <Input {...control} {...form.text('members')} inputMode="numeric" />}
        </Field>
        <Field label={t('rateFactor')} error={form.error('/rateFactor')} hint={t('rateFactorHint')}>
          {(control) => <Input {...control} {...form.text('rateFactor')} inputMode="decimal" />}
        </Field>
      </div>
      <Refusal error={form.refusal} />
      <div>
        <Button type="submit" busy={form.busy} disabled={!form.dirty}>
          {t('saveLimits')}
        </Button>
      </div>
    </form>
  );
}
