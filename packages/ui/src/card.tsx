import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** A surface that holds one thing. */
export function Card({ className, ...props }: ComponentProps<'section'>) {
  return <section className={cn('min-w-0 rounded-lg border bg-surface', className)} {...props} />;
}
