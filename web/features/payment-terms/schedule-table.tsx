'use client';
import { previewPaymentTerms } from '@atlas/payments/contract';
import type { CallInput } from '@atlas/sdk';
import { Skeleton } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useDelayed } from '@/lib/delayed.ts';
import { useFormats } from '@/lib/format.tsx';
import { useProblemWords } from '@/lib/problem.ts';

type Asked = CallInput<typeof previewPaymentTerms>;

/** What is due when, and what paying early takes off, as the API works it out. */
export function ScheduleTable({ asked }: { asked: Asked }) {
  const t = useTranslations('paymentTerms');
  const words = useProblemWords();
  const { amount, date, money } = useFormats();
  const input = JSON.parse(useDelayed(JSON.stringify(asked), 150)) as Asked;
  const preview = useRead(previewPaymentTerms, input, { keepPrevious: true });
  if (preview.isError) {
    const { title, detail } = words(preview.error);
    return (
      <p role="alert" className="text-danger">
        {title}. {detail}
      </p>
    );
  }
  if (!preview.data) return <Skeleton className="h-20" />;
  const { instalments, discount } = preview.data;
  return (
    <>
      <table className="w-full tabular-nums" aria-label={t('schedule')}>
        <thead>
          <tr className="h-8 text-ink-muted text-xs">
            <th scope="col" className="text-start font-normal">
              {t('dueDate')}
            </th>
            <th scope="col" className="text-end font-normal">
              {t('amountIn', { currency: asked.currency })}
            </th>
          </tr>
        </thead>
        <tbody>
          {instalments.map((each, index) => (
            <tr key={index} className="h-8 border-t">
              <td>{date(each.dueDate)}</td>
              <td className="text-end">{amount(each.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {discount ? (
        <p className="mt-2 border-t pt-2">
          {t('payableEarly', { until: date(discount.until), payable: money(discount.payable), off: money(discount.amount) })}
        </p>
      ) : null}
    </>
  );
}
