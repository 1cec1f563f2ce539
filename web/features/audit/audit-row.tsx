'use client';
import type { audit } from '@atlas/contract';
import { Badge, cn } from '@atlas/ui';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';
import { Avatar } from '../people/avatar.tsx';
import { AuditChange } from './audit-change.tsx';
import { subjectPath, useActionName } from './audit-words.ts';

export type AuditEvent = z.output<typeof audit.auditEvent>;

type Props = { event: AuditEvent; person: string; open: boolean; onToggle: () => void };

/** One thing that was done: when, by whom, what; opened, what it changed. */
export function AuditRow({ event, person, open, onToggle }: Props) {
  const t = useTranslations('audit');
  const actionName = useActionName();
  const { instant } = useFormats();
  const path = subjectPath(event.action, event.subjectId);
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        data-row-link
        aria-expanded={open}
        onClick={onToggle}
        className="grid min-h-9 w-full grid-cols-[1rem_minmax(0,1fr)] items-center gap-x-3 px-4 py-1.5 text-start hover:bg-hover sm:grid-cols-[1rem_11rem_13rem_minmax(0,1fr)]"
      >
        <ChevronRight className={cn('size-4 text-ink-muted transition-transform', open && 'rotate-90')} aria-hidden />
        <time dateTime={event.occurredAt} className="text-ink-muted tabular-nums max-sm:col-start-2">
          {instant(event.occurredAt)}
        </time>
        <span className="flex min-w-0 items-center gap-2 max-sm:col-start-2">
          <Avatar userId={event.actorKind === 'user' ? event.actorId : null} name={person} size="small" />
          <span className="truncate">{person}</span>
        </span>
        <span className="flex min-w-0 items-center gap-2 max-sm:col-start-2">
          <span className="truncate font-medium">{actionName(event.action)}</span>
          {event.impersonatorId ? <Badge tone="danger">{t('impersonated')}</Badge> : null}
        </span>
      </button>
      {open ? (
        <div className="flex flex-col gap-3 bg-canvas px-4 py-3 sm:ps-11">
          <AuditChange before={event.before} after={event.after} />
          <p className="flex flex-wrap gap-x-6 gap-y-1 text-ink-muted text-xs">
            <span>
              {t('operation')} <code>{event.action}</code>
            </span>
            {event.subjectId ? (
              <span>
                {t('record')}{' '}
                {path ? (
                  <Link href={path} className="text-accent underline-offset-2 hover:underline">
                    {event.subjectId}
                  </Link>
                ) : (
                  <code>{event.subjectId}</code>
                )}
              </span>
            ) : null}
            {event.impersonatorId ? (
              <span>
                {t('impersonator')} <code>{event.impersonatorId}</code>
              </span>
            ) : null}
            <span>
              {t('request')} <code>{event.requestId}</code>
            </span>
          </p>
        </div>
      ) : null}
    </li>
  );
}
