'use client';
import { businessDate, isBusinessDate } from '@atlas/kernel';
import { Input } from '@atlas/ui';
import { type ComponentProps, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { today } from '@/lib/today.ts';
import { dateOrderOf, typedDate } from '@/lib/typed-date.ts';

export type DateInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  /** `YYYY-MM-DD`, or nothing. */
  value: string;
  /** Hears a day, or null when the field was emptied. What is no day is passed on as typed, for the form to refuse. */
  onChange: (day: string | null) => void;
};

/** A day, typed freely: `15`, `15/3`, `today`, `+30`. Arrow keys move it by a day. */
export function DateInput({ value, onChange, onBlur, onKeyDown, ...props }: DateInputProps) {
  const t = useTranslations('fields');
  const { date, locale } = useFormats();
  const [typed, setTyped] = useState<string | null>(null);

  const settle = (text: string) => {
    setTyped(null);
    if (text.trim() === '') return onChange(null);
    onChange(typedDate(text, today(), dateOrderOf(locale)) ?? text.trim());
  };

  return (
    <Input
      inputMode="text"
      autoComplete="off"
      placeholder={t('datePlaceholder')}
      {...props}
      value={typed ?? (isBusinessDate(value) ? date(value) : value)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={(event) => {
        if (typed !== null) settle(typed);
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== null) settle(typed);
        if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && event.altKey && isBusinessDate(value)) {
          event.preventDefault();
          settle(typedDate(event.key === 'ArrowUp' ? '+1' : '-1', businessDate(value), 'dmy') ?? value);
        }
        onKeyDown?.(event);
      }}
    />
  );
}
