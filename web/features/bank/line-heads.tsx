'use client';
import { useTranslations } from 'use-intl';

/** The heads of what a movement is told by: its day, who it was with, its text and its amount. */
export function LineHeads() {
  const t = useTranslations('bank');
  return (
    <thead>
      <tr className="h-8 text-ink-muted text-xs">
        {(['day', 'counterparty', 'text'] as const).map((name) => (
          <th key={name} scope="col" className="text-start font-normal">
            {t(name)}
          </th>
        ))}
        <th scope="col" className="text-end font-normal">
          {t('amount')}
        </th>
      </tr>
    </thead>
  );
}
