'use client';
import { setWorkspaceFeature } from '@atlas/administration/contract';
import { Checkbox } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { SettingsCard } from '../settings/settings-card.tsx';
import { affects, type Workspace } from './types.ts';

/** What is switched on for a workspace. */
export function FeaturesCard({ workspace: { id, features } }: { workspace: Workspace }) {
  const t = useTranslations('platform');
  const setFeature = useCommand(setWorkspaceFeature, affects);
  const action = useAction({ told: true });
  const change = async (code: string, enabled: boolean) => {
    if (await action.run(() => setFeature.mutateAsync({ id, code, enabled }))) notify('success', t('saved'));
  };
  return (
    <SettingsCard title={t('features')} description={t('featuresAbout')}>
      <ul aria-label={t('features')} className="flex flex-col gap-2.5">
        {features.map(({ code, description, enabled, byDefault }) => {
          const key = `featureNames.${code}` as 'featureNames.imports';
          return (
            <li key={code}>
              <label htmlFor={`feature-${code}`} className="flex cursor-pointer items-start gap-2.5">
                <Checkbox
                  id={`feature-${code}`}
                  className="mt-0.5"
                  checked={enabled}
                  disabled={action.busy}
                  onChange={(event) => void change(code, event.currentTarget.checked)}
                />
                <span className="min-w-0">
                  <span className="block font-medium">{t.has(key) ? t(key) : code}</span>
                  <span className="block text-ink-muted text-xs">
                    {t.has(key) ? t(byDefault ? 'onByDefault' : 'offByDefault') : description}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </SettingsCard>
  );
}
