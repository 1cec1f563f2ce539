'use client';
import { cn, Input } from '@atlas/ui';
import { type ComponentProps, useState } from 'react';
import { calculate, decimalMarkOf } from '@/lib/calculate.ts';
import { useFormats } from '@/lib/format.tsx';

export type AmountInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  /** Decimal text, or nothing. */
  value: string;
  /** Hears decimal text; what is no number is passed on as typed, for the form to refuse. */
  onChange: (value: string) => void;
  /** Digits after the point that are kept. */
  scale?: number;
  /** Digits after the point that are always written. */
  least?: number;
};

function padded(value: string, least: number): string {
  const [whole = '', decimals = ''] = value.split('.');
  const filled = decimals.padEnd(least, '0');
  return filled === '' ? whole : `${whole}.${filled}`;
}

/** A number that calculates: `1200*1.19`. What is typed counts at once, and is written out when the field is left. */
export function AmountInput({
  value,
  onChange,
  scale = 9,
  least = 0,
  className,
  onBlur,
  onKeyDown,
  onFocus,
  ...props
}: AmountInputProps) {
  const { locale } = useFormats();
  const mark = decimalMarkOf(locale);
  const [typed, setTyped] = useState<string | null>(null);
  const written = /^-?\d+(\.\d+)?$/.test(value) ? padded(value, least).replace('.', mark) : value;
  const settle = () => setTyped(null);
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      {...props}
      className={cn('text-end', className)}
      value={typed ?? written}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() === '' ? '' : (calculate(text, mark, scale) ?? text.trim()));
      }}
      onBlur={(event) => {
        settle();
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        onKeyDown?.(event);
      }}
    />
  );
}
