'use client';
import { getCurrencySettings, saveCurrencySettings } from '@atlas/accounting/contract';
import { Button } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';
import { useMay } from '../session/may.ts';
import { SettingsDialog } from './settings-dialog.tsx';

/** Says what a revaluation takes beside open items, and lets those who may choose it. */
export function ChooseAccounts() {
  const t = useTranslations('revaluations');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const settings = useRead(getCurrencySettings, {});
  const chart = useChartOfAccounts();
  if (!settings.data || !chart.data) return null;
  const { revaluedAccountIds } = settings.data;
  const names = chart.data.filter(({ id }) => revaluedAccountIds.includes(id)).map(({ code, name }) => `${code} ${name}`);
  return (
    <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-1">
      <p className="text-ink-muted">{names.length === 0 ? t('itemsOnly') : t('itemsAnd', { accounts: names.join(', ') })}</p>
      {may(saveCurrencySettings) ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('chooseAccounts')}
        </Button>
      ) : null}
      {open ? <SettingsDialog settings={settings.data} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
