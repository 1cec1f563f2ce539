'use client';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import type { TermLine, Terms } from './terms-values.ts';

/** Payment terms in words: `50 % at once, the rest after 30 days`. */
export function useTermsWords(): { lines: (terms: Terms) => string; discount: (terms: Terms) => string } {
  const t = useTranslations('paymentTerms');
  const { decimal, percent } = useFormats();
  const delay = ({ months, onDay, days, dayOfNextMonth }: TermLine): string => {
    const steps = [
      months > 0 ? t('words.months', { months }) : '',
      onDay === null ? '' : t('words.onDay', { day: onDay }),
      days > 0 ? t('words.days', { days }) : '',
      dayOfNextMonth === null ? '' : dayOfNextMonth === 0 ? t('words.endOfMonth') : t('words.nextMonth', { day: dayOfNextMonth }),
    ].filter((step) => step !== '');
    return steps.length === 0 ? t('words.atOnce') : steps.join(', ');
  };
  const part = ({ kind, value }: TermLine): string => {
    if (kind === 'rest' || value === null) return t('words.rest');
    if (kind === 'fixed') return decimal(value);
    return kind === 'percent' ? percent(value) : t('words.ofRest', { share: percent(value) });
  };
  return {
    lines: ({ lines }) =>
      lines.length === 1 ? lines.map(delay).join() : lines.map((line) => `${part(line)} ${delay(line)}`).join(' · '),
    discount: ({ discount }) =>
      discount === null
        ? '–'
        : t('words.discount', { share: percent(discount.share), days: discount.days, basis: discount.basis }),
  };
}
