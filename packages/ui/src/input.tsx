import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export const inputStyle =
  'h-8 w-full min-w-0 rounded-md border border-line-strong/60 bg-surface px-2.5 text-sm text-ink hover:border-line-strong aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-hover disabled:text-ink-muted';

/** One line of text. */
export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} className={cn(inputStyle, className)} {...props} />;
}

/** Several lines of text. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(inputStyle, 'h-auto min-h-20 py-1.5', className)} {...props} />;
}

/** A choice among few; the platform's own list, which every keyboard and screen reader knows. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select className={cn(inputStyle, 'cursor-pointer pr-7', className)} {...props} />;
}

export function Checkbox({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input type="checkbox" className={cn('size-4 shrink-0 cursor-pointer accent-accent', className)} {...props} />;
}
