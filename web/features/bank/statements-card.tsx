'use client';
import { listStatements } from '@atlas/treasury/contract';
import { Card, Skeleton } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ReportProblem } from '../reports/report-frame.tsx';
import { Warnings } from './warnings.tsx';

const shown = 20;

/** The newest statements, with what is wrong with them. */
export function StatementsCard({ accountId }: { accountId: string }) {
  const t = useTranslations('bank');
  const { money, date, count } = useFormats();
  const statements = useRead(listStatements, { id: accountId, limit: shown });
  return (
    <Card className="p-4" aria-label={t('statements')}>
      <h2 className="mb-3 font-semibold">{t('statements')}</h2>
      {statements.error ? <ReportProblem error={statements.error} onRetry={() => void statements.refetch()} /> : null}
      {statements.isPending ? <Skeleton className="h-24" /> : null}
      {statements.data?.items.length === 0 ? <p className="text-ink-muted">{t('noStatements')}</p> : null}
      <ul className="flex flex-col gap-3">
        {statements.data?.items.map((each) => (
          <li key={each.id} className="border-t pt-2 first:border-t-0 first:pt-0">
            <p className="flex justify-between gap-2">
              <span>{each.endsOn ? date(each.endsOn) : (each.number ?? each.reference ?? '–')}</span>
              <span className="tabular-nums">{each.closing ? money(each.closing) : '–'}</span>
            </p>
            <p className="text-ink-muted text-xs">{t('newLines', { count: each.newLineCount, total: count(each.lineCount) })}</p>
            <Warnings warnings={each.warnings} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
