'use client';
import { getCurrencySettings, listExchangeRates, saveCurrencySettings, saveExchangeRate } from '@atlas/accounting/contract';
import { Button, Card, EmptyState, Field, Select } from '@atlas/ui';
import { Coins, Plus, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { RateDialog } from './rate-dialog.tsx';
import { RatesCard } from './rates-card.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

/** What currencies are worth, one at a time, over the days. */
export function CurrenciesScreen() {
  const t = useTranslations('currencies');
  const may = useMay();
  const [open, setOpen] = useState<'rate' | 'settings' | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const latest = useRead(listExchangeRates, { limit: 200 });
  const settings = useRead(getCurrencySettings, {});
  return (
    <RecordState query={latest}>
      {({ items }) => {
        const known = [...new Set(items.map(({ currency }) => currency))].sort();
        const currency = chosen ?? known[0] ?? 'USD';
        const offered = known.includes(currency) ? known : [...known, currency];
        return (
          <>
            <PageHeader title={t('plural')}>
              {may(saveCurrencySettings) ? (
                <Button onClick={() => setOpen('settings')}>
                  <Settings2 aria-hidden /> {t('settings')}
                </Button>
              ) : null}
              {may(saveExchangeRate) ? (
                <Button look="primary" onClick={() => setOpen('rate')}>
                  <Plus aria-hidden /> {t('newRate')}
                </Button>
              ) : null}
            </PageHeader>
            <div className="flex flex-col gap-4 p-3 sm:p-4">
              {known.length === 0 ? (
                <EmptyState icon={Coins} title={t('emptyTitle')} description={t('emptyAbout')} />
              ) : (
                <>
                  <Card className="p-4">
                    <Field label={t('currency')} className="w-44">
                      {(control) => (
                        <Select {...control} value={currency} onChange={(event) => setChosen(event.currentTarget.value)}>
                          {offered.map((code) => (
                            <option key={code}>{code}</option>
                          ))}
                        </Select>
                      )}
                    </Field>
                  </Card>
                  <RatesCard currency={currency} />
                </>
              )}
            </div>
            {open === 'rate' ? <RateDialog currency={currency} onSaved={setChosen} onClose={() => setOpen(null)} /> : null}
            {open === 'settings' && settings.data ? (
              <SettingsDialog settings={settings.data} onClose={() => setOpen(null)} />
            ) : null}
          </>
        );
      }}
    </RecordState>
  );
}
