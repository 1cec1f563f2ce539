import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type EmptyStateProps = { icon: LucideIcon; title: string; description: string; children?: ReactNode };

/** Says what belongs here and offers to make it. */
export function EmptyState({ icon: Icon, title, description, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center justify-center gap-1 px-6 py-16 text-center">
      <Icon className="mb-2 size-8 text-ink-muted" strokeWidth={1.5} aria-hidden />
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="max-w-md text-ink-muted">{description}</p>
      {children ? <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}
