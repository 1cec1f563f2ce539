'use client';
import { getDunningSettings, saveDunningSettings } from '@atlas/payments/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import { PartState } from '../settings/part-state.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { LevelsForm } from './levels-form.tsx';

/** From when customers are reminded, how, and for what fee. */
export function LevelsScreen() {
  const t = useTranslations('dunning');
  const may = useMay();
  const query = useRead(getDunningSettings, {});
  return (
    <SettingsPage section="dunning">
      <p className="text-ink-muted">{t('levelsAbout')}</p>
      <PartState query={query} rows={6}>
        {(settings) => <LevelsForm settings={settings} fixed={!may(saveDunningSettings)} />}
      </PartState>
    </SettingsPage>
  );
}
