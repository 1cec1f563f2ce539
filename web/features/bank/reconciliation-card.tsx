'use client';
import { readReconciliation } from '@atlas/treasury/contract';
import { Card, Field, Input, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { today } from '@/lib/today.ts';
import { ReportProblem } from '../reports/report-frame.tsx';

/** The balance in the ledger held against what the bank says, on a day. */
export function ReconciliationCard({ accountId }: { accountId: string }) {
  const t = useTranslations('bank.match');
  const { money } = useFormats();
  const [asOf, setAsOf] = useState<string>(today());
  const read = useRead(readReconciliation, { id: accountId, asOf }, { enabled: asOf !== '', keepPrevious: true });
  const report = read.data;
  return (
    <Card className="flex flex-col gap-3 p-4" aria-label={t('report')}>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h2 className="font-semibold">{t('report')}</h2>
        <Field label={t('asOf')}>
          {(control) => (
            <Input {...control} type="date" value={asOf} onChange={({ currentTarget }) => setAsOf(currentTarget.value)} />
          )}
        </Field>
      </div>
      {read.error ? <ReportProblem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {report ? (
        <table className="w-full" aria-label={t('report')}>
          <tbody className="[&_td]:text-end [&_td]:tabular-nums [&_th]:py-1 [&_th]:text-start [&_th]:font-normal">
            <tr>
              <th scope="row">
                <Link className="underline" href={`/reports/ledger/${report.ledgerAccountId}`}>
                  {t('ledgerBalance')}: {report.ledgerAccount}
                </Link>
              </th>
              <td>{money(report.ledgerBalance)}</td>
            </tr>
            <Row label={t('ledgerOnly', { count: report.ledgerOnlyCount })} text={`− ${money(report.ledgerOnly)}`} />
            <Row label={t('bankOnly', { count: report.bankOnlyCount })} text={`+ ${money(report.bankOnly)}`} />
            <Row label={t('expected')} text={money(report.expected)} />
            <Row
              label={t('statementBalance')}
              text={report.statementBalance ? money(report.statementBalance) : t('noStatement')}
            />
            <Row label={t('difference')} text={report.difference ? money(report.difference) : '–'} />
          </tbody>
        </table>
      ) : (
        <Skeleton className="h-32" />
      )}
    </Card>
  );
}

const Row = ({ label, text }: { label: string; text: string }) => (
  <tr className="border-t">
    <th scope="row">{label}</th>
    <td>{text}</td>
  </tr>
);
