'use client';
import { reverseAllocation } from '@atlas/payments/contract';
import { Button, Card } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { useRefused } from '../documents/use-refused.ts';
import { sourcePath } from '../reports/source-link.ts';
import { useMay } from '../session/may.ts';
import { affects, type Payment } from './payment.ts';

/** What a payment settles; each can be taken apart again. */
export function AllocationsCard({ payment }: { payment: Payment }) {
  const t = useTranslations('payments');
  const may = useMay();
  const refused = useRefused();
  const { amount, date } = useFormats();
  const reverse = useCommand(reverseAllocation, affects);
  const takeApart = (id: string) =>
    reverse.mutate({ id, date: today() }, { onSuccess: () => notify('success', t('takenApart')), onError: refused });
  return (
    <Card className="overflow-x-auto p-4">
      <h2 className="mb-2 font-semibold">{t('settles')}</h2>
      {payment.allocations.length === 0 ? <p className="text-ink-muted">{t('settlesNothing')}</p> : null}
      <table className="w-full tabular-nums" aria-label={t('settles')}>
        <tbody>
          {payment.allocations.map((each) => {
            const path = sourcePath(each.sourceKind, each.sourceId);
            return (
              <tr key={each.id} className="h-9 border-t">
                <td className="pe-3">
                  {path ? (
                    <Link href={path} className="hover:underline">
                      {each.documentNumber}
                    </Link>
                  ) : (
                    each.documentNumber
                  )}
                </td>
                <td className="whitespace-nowrap pe-3 text-ink-muted">{t('dueOn', { date: date(each.dueOn) })}</td>
                <td className="whitespace-nowrap text-end">{amount(each.amount)}</td>
                <td className="w-0 ps-3 text-end">
                  {may(reverseAllocation) ? (
                    <Button
                      size="small"
                      look="quiet"
                      busy={reverse.isPending}
                      aria-label={t('takeApartOf', { document: each.documentNumber })}
                      onClick={() => takeApart(each.id)}
                    >
                      {t('takeApart')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
