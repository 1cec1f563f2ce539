'use client';
import { useTranslations } from 'use-intl';
import type { Checked } from './checked.ts';
import { CheckedTable } from './checked-table.tsx';

const keys = ['lines', 'allowances', 'charges', 'withoutVat', 'vat', 'withVat', 'due'] as const;

/** Totals as the document has them, beside what its lines come to. */
export function CheckedTotals({ checked: { invoice, computed } }: { checked: Checked }) {
  const t = useTranslations('eInvoices');
  return (
    <CheckedTable
      title={t('totals')}
      headings={[t('total'), t('given'), t('computed')]}
      textColumns={1}
      rows={keys.map((key) => [t(`totalNames.${key}`), invoice.totals[key], computed[key]])}
    />
  );
}
