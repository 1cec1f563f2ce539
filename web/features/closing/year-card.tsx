'use client';
import { type areaLock, type fiscalYear, postingAreas } from '@atlas/accounting/contract';
import { Badge, Card } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';
import { AreaCell, PeriodCell } from './lock-cell.tsx';

type Year = z.output<typeof fiscalYear>;
type Props = { year: Year; locks: readonly z.output<typeof areaLock>[] };

const cell = 'px-1 first:pl-3 last:pr-3';

/** The periods of a year, and which areas are locked in each. */
export function YearCard({ year, locks }: Props) {
  const t = useTranslations('closing');
  return (
    <Card className="flex flex-col gap-2 py-3" aria-label={t('year', { name: year.name })}>
      <div className="flex items-center gap-2 px-3">
        <h2 className="font-semibold">{t('year', { name: year.name })}</h2>
        {year.closed ? <Badge tone="success">{t('closed')}</Badge> : null}
        {year.layout === 'months' ? null : <Badge>{t(`layouts.${year.layout}`)}</Badge>}
        <Link href={`/closing/years/${year.id}`} className="ms-auto text-accent underline">
          {t('yearEnd')}
        </Link>
      </div>
      <div className="overflow-x-auto">
        <table aria-label={t('locksOf', { name: year.name })} className="w-full min-w-[52rem] border-separate border-spacing-0">
          <thead>
            <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
              <th scope="col" className={cell}>
                {t('period')}
              </th>
              <th scope="col" className={cell}>
                {t('books')}
              </th>
              {postingAreas.map((area) => (
                <th key={area} scope="col" className={cell}>
                  {t(`areas.${area}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {year.periods.map((period) => (
              <PeriodRow key={period.id} year={year} period={period} locks={locks} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function PeriodRow({ year, period, locks }: Props & { period: Year['periods'][number] }) {
  const { date } = useFormats();
  return (
    <tr className="h-9 hover:bg-hover">
      <th scope="row" className={`${cell} whitespace-nowrap text-left font-normal tabular-nums`}>
        <Link href={`/closing/periods/${period.id}`} className="hover:underline focus-visible:underline">
          {`${date(period.startsOn)} – ${date(period.endsOn)}`}
        </Link>
      </th>
      <td className={cell}>
        <PeriodCell period={period} held={year.closed} />
      </td>
      {locks.map((lock) => (
        <td key={lock.area} className={cell}>
          <AreaCell period={period} lock={lock} />
        </td>
      ))}
    </tr>
  );
}
