'use client';
import { listInvoiceMails } from '@atlas/einvoicing/contract';
import { Card } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useMay } from '../session/may.ts';

const underWay = new Set<string>(['queued', 'requested']);

/** When a document was mailed and what became of it; nothing where it never was. */
export function MailsCard({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations('invoices');
  const may = useMay();
  const { instant } = useFormats();
  const mails = useRead(listInvoiceMails, { id: invoiceId }, { enabled: may(listInvoiceMails) });
  const items = mails.data?.items ?? [];
  // Looks again while one is under way.
  useRead(
    listInvoiceMails,
    { id: invoiceId },
    {
      enabled: items.some(({ status }) => underWay.has(status)),
      refetchInterval: 2000,
    },
  );
  if (items.length === 0) return null;
  return (
    <Card className="p-4">
      <h2 className="mb-2 font-semibold">{t('mails')}</h2>
      <ul className="flex flex-col gap-1" aria-live="polite">
        {items.map(({ id, createdAt, address, status }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-3">
            <span className="min-w-0 break-words text-ink-muted">
              {instant(createdAt)} · {address ?? t('mailOwn')}
            </span>
            <span>{t(`mailStatus.${status}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
