import { cn } from './class-names.ts';

/** The place of what is still loading, in its size. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded bg-hover', className)} />;
}
