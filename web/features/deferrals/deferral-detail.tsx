'use client';
import { type deferral, getDeferral, startRun } from '@atlas/assets/contract';
import { Button, Card } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { EntryLink } from '../assets/entry-link.tsx';
import { RunDialog } from '../assets/run-dialog.tsx';
import { Facts } from '../record/facts.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';

type Deferral = z.output<typeof deferral>;

/** A deferral with its schedule. */
export function DeferralDetail({ id }: { id: string }) {
  const query = useRead(getDeferral, { id });
  return <RecordState query={query}>{(record) => <DeferralPage record={record} />}</RecordState>;
}

function DeferralPage({ record }: { record: Deferral }) {
  const t = useTranslations('deferrals');
  const assets = useTranslations('assets');
  const may = useMay();
  const { money } = useFormats();
  const [running, setRunning] = useState(false);
  return (
    <>
      <PageHeader title={record.description} trail={[{ label: t('plural'), path: '/deferrals' }]}>
        {may(startRun) ? <Button onClick={() => setRunning(true)}>{assets('run.deferral')}</Button> : null}
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 lg:grid-cols-[1fr_22rem]">
        <Card className="p-4">
          <h2 className="mb-2 font-semibold">{t('schedule')}</h2>
          <Schedule rows={record.rows} />
        </Card>
        <Card className="p-4">
          <h2 className="mb-3 font-semibold">{t('details')}</h2>
          <Facts
            facts={[
              [t('kind'), t(`kinds.${record.kind}`)],
              [t('amount'), money(record.amount)],
              [t('recognised'), money(record.recognised)],
              [t('open'), money(record.open)],
              [t('fromAccount'), record.fromAccountCode],
              [t('toAccount'), record.toAccountCode],
              [t('basis'), t(`bases.${record.basis}`)],
            ]}
          />
        </Card>
      </div>
      {running ? <RunDialog kind="deferral" onClose={() => setRunning(false)} /> : null}
    </>
  );
}

function Schedule({ rows }: { rows: Deferral['rows'] }) {
  const t = useTranslations('assets');
  const { amount, date } = useFormats();
  return (
    <table className="w-full tabular-nums">
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          <th scope="col" className="text-start font-normal">
            {t('period')}
          </th>
          <th scope="col" className="text-end font-normal">
            {t('amount')}
          </th>
          <th scope="col" className="ps-4 text-start font-normal">
            {t('entry')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="h-8 border-t">
            <td>
              {date(row.startsOn)} – {date(row.endsOn)}
            </td>
            <td className="text-end">{amount(row.amount)}</td>
            <td className="ps-4">
              <EntryLink entryId={row.entryId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
