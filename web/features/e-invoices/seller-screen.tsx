'use client';
import { getSeller, saveSeller } from '@atlas/einvoicing/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { SellerForm } from './seller-form.tsx';

/** What electronic invoices say of the company. */
export function SellerScreen() {
  const t = useTranslations('eInvoices');
  const may = useMay();
  const query = useRead(getSeller, {});
  return (
    <SettingsPage section="eInvoices">
      <SettingsCard title={t('sellerTitle')} description={t('sellerAbout')}>
        <PartState query={query} rows={6}>
          {(seller) => <SellerForm key={seller.version} seller={seller} fixed={!may(saveSeller)} />}
        </PartState>
      </SettingsCard>
    </SettingsPage>
  );
}
