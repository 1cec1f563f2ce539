'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export type PageHeaderProps = {
  title: string;
  /** The way here, from the list down; the page itself is last and added by itself. */
  trail?: readonly { label: string; path: string }[];
  badge?: ReactNode;
  children?: ReactNode;
};

/** What a page is, the way to it, and what can be done on it. */
export function PageHeader({ title, trail = [], badge, children }: PageHeaderProps) {
  const t = useTranslations('navigation');
  return (
    <div className="sticky top-0 z-20 flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-canvas px-3 py-1.5 sm:px-4">
      <title>{`${title} · Atlas`}</title>
      <div className="flex min-w-0 flex-1 items-center gap-1.5">
        {trail.length > 0 ? (
          <nav aria-label={t('trail')} className="flex shrink-0 items-center gap-1.5 text-ink-muted max-sm:hidden">
            {trail.map(({ label, path }) => (
              <span key={path} className="flex items-center gap-1.5">
                <Link href={path} className="hover:text-ink hover:underline">
                  {label}
                </Link>
                <ChevronRight className="size-3.5 rtl:rotate-180" aria-hidden />
              </span>
            ))}
          </nav>
        ) : null}
        <h1 className="truncate font-semibold text-base">{title}</h1>
        {badge}
      </div>
      {children ? <div className="flex shrink-0 items-center gap-2">{children}</div> : null}
    </div>
  );
}
