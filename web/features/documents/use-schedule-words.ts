'use client';
import { previewPaymentTerms } from '@atlas/payments/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import type { Terms } from '../payment-terms/terms-values.ts';

/** A document that is to be paid. */
export type DueDocument = { date: string; net: MoneyText; payable: MoneyText };

/** When a document is to be paid by its terms, in a few words; nothing without terms or sums. */
export function useScheduleWords(terms: Terms | undefined, document: DueDocument | undefined): string | undefined {
  const t = useTranslations('paymentTerms');
  const { date, money } = useFormats();
  const asked = previewPaymentTerms.input.safeParse({
    date: document?.date,
    currency: document?.payable.currency,
    net: document?.net.amount,
    total: document?.payable.amount,
    lines: terms?.lines,
    discount: terms?.discount,
  });
  const input = asked.success ? asked.data : { date: '', currency: '', total: '0', lines: [] };
  const preview = useRead(previewPaymentTerms, input, { enabled: asked.success, keepPrevious: true });
  const last = preview.data?.instalments.at(-1);
  if (!asked.success || !preview.data || !last) return undefined;
  const { instalments, discount } = preview.data;
  const due =
    instalments.length === 1
      ? t('dueOn', { date: date(last.dueDate) })
      : t('instalments', { count: instalments.length, date: date(last.dueDate) });
  return discount ? `${due} · ${t('early', { payable: money(discount.payable), until: date(discount.until) })}` : due;
}
