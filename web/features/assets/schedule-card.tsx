'use client';
import type { plannedRow } from '@atlas/assets/contract';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';
import { BarsChart } from '../dashboard/bars-chart.tsx';
import { ChartCard } from '../dashboard/chart-card.tsx';
import { useGo } from '../guard/guard-store.ts';
import { EntryLink } from './entry-link.tsx';

type Row = z.output<typeof plannedRow> & { readonly entryId?: string | null; readonly reversalId?: string | null };

/** What is written off period by period, as a chart and as the table behind it. */
export function ScheduleCard({ rows, loading = false }: { rows: readonly Row[]; loading?: boolean }) {
  const t = useTranslations('assets');
  const go = useGo();
  const { amount, date } = useFormats();
  const counted = rows.filter(({ reversalId }) => !reversalId);
  return (
    <ChartCard
      title={t('schedule')}
      subtitle={t('rowCount', { count: counted.length })}
      loading={loading}
      error={null}
      chart={
        <BarsChart
          label={t('schedule')}
          bars={counted.map((row) => ({
            key: row.endsOn,
            label: date(row.endsOn),
            value: Number(row.net.amount),
            text: `${t('net')} ${amount(row.net)} · ${t('depreciation')} ${amount(row.amount)}`,
          }))}
          onOpen={(key) => {
            const entryId = counted.find(({ endsOn }) => endsOn === key)?.entryId;
            if (entryId) go(`/journals/${entryId}`);
          }}
        />
      }
      table={<ScheduleTable rows={rows} />}
    />
  );
}

function ScheduleTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('assets');
  const { amount, date } = useFormats();
  return (
    <table className="w-full tabular-nums">
      <thead className="sticky top-0 bg-surface">
        <tr className="h-8 text-ink-muted text-xs">
          <th scope="col" className="text-start font-normal">
            {t('period')}
          </th>
          {(['depreciation', 'accumulated', 'net'] as const).map((name) => (
            <th key={name} scope="col" className="text-end font-normal">
              {t(name)}
            </th>
          ))}
          <th scope="col" className="ps-4 text-start font-normal">
            {t('entry')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.endsOn} ${row.entryId ?? ''}`}
            className={row.reversalId ? 'h-8 border-t line-through' : 'h-8 border-t'}
          >
            <td>{date(row.endsOn)}</td>
            <td className="text-end">{amount(row.amount)}</td>
            <td className="text-end">{amount(row.accumulated)}</td>
            <td className="text-end">{amount(row.net)}</td>
            <td className="ps-4">
              <EntryLink entryId={row.entryId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
