'use client';
import { Card } from '@atlas/ui';
import { type ReactNode, useId } from 'react';

type Props = { title: string; description?: string; actions?: ReactNode; children?: ReactNode };

/** One thing that can be set: what it is, why, and how. */
export function SettingsCard({ title, description, actions, children }: Props) {
  const id = useId();
  return (
    <Card aria-labelledby={id}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {description ? <p className="mt-0.5 text-ink-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children ? <div className="border-t px-4 py-3">{children}</div> : null}
    </Card>
  );
}
