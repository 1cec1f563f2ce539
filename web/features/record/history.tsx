'use client';
import { audit } from '@atlas/contract';
import { Card, Skeleton } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';

/** Who did what to a record, for whoever may see the audit trail. */
export function HistoryCard({ subjectId }: { subjectId: string }) {
  const t = useTranslations('record');
  const may = useMay();
  if (!may(audit.listAuditEvents)) return null;
  return (
    <Card className="p-4">
      <h2 className="mb-3 font-semibold">{t('history')}</h2>
      <History subjectId={subjectId} />
    </Card>
  );
}

/** The audit trail of a record in words, newest first. */
function History({ subjectId }: { subjectId: string }) {
  const t = useTranslations('record');
  const { instant } = useFormats();
  const { userId, name } = useSession();
  const events = useRead(audit.listAuditEvents, { subjectId, limit: 50 });
  if (events.isPending) return <Skeleton className="h-16" />;
  if (events.isError) return <p className="text-ink-muted">{t('noHistory')}</p>;
  const actionName = (action: string): string => {
    const key = `actions.${action.replaceAll('.', '_')}` as 'actions.sales_invoice_create';
    return t.has(key) ? t(key) : action;
  };
  return (
    <ol className="flex flex-col gap-2">
      {events.data.items.map((event) => (
        <li key={event.id} className="border-s-2 ps-3">
          <p>{actionName(event.action)}</p>
          <p className="text-ink-muted text-xs">
            {event.actorKind !== 'user' ? t(event.actorKind) : event.actorId === userId ? name : t('colleague')}
            {' · '}
            <time dateTime={event.occurredAt}>{instant(event.occurredAt)}</time>
          </p>
        </li>
      ))}
      {events.data.items.length === 0 ? <li className="text-ink-muted">{t('noHistory')}</li> : null}
    </ol>
  );
}
