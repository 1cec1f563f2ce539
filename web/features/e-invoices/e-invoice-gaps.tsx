'use client';
import { Badge, Dialog } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { type Gap, gapsByPage } from './gaps.ts';

type Props = { gaps: readonly Gap[] | null; customerId: string; onClose: () => void };

/** What is missing for an electronic invoice, by the page on which it is set. */
export function EInvoiceGaps({ gaps: all, customerId, onClose }: Props) {
  const t = useTranslations('eInvoices');
  const pages = { seller: '/settings/e-invoices', buyer: `/customers/${customerId}/edit`, document: null } as const;
  return (
    <Dialog
      open={all !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('incomplete')}
      description={t('incompleteAbout')}
      closeLabel={t('close')}
    >
      <div className="flex flex-col gap-4 overflow-y-auto p-4">
        {gapsByPage(all ?? []).map(([page, gaps]) => {
          const path = pages[page];
          return (
            <section key={page}>
              <h3 className="font-semibold">
                {path ? (
                  <Link href={path} className="text-accent hover:underline">
                    {t(`setAt.${page}`)}
                  </Link>
                ) : (
                  t(`setAt.${page}`)
                )}
              </h3>
              <ul className="mt-1 flex flex-col gap-1">
                {gaps.map(({ code, pointer, message }) => (
                  <li key={`${code} ${pointer}`} className="flex flex-wrap items-baseline gap-2">
                    <Badge tone="danger">{code}</Badge>
                    <span className="min-w-0 flex-1">{message}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
