'use client';
import { deleteExchangeRate, type exchangeRate, listExchangeRates } from '@atlas/accounting/contract';
import { decimal, decimalText, divide, one } from '@atlas/kernel';
import { Button } from '@atlas/ui';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { ChartCard } from '../dashboard/chart-card.tsx';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';
import { RateLine } from './rate-line.tsx';

type Rate = z.output<typeof exchangeRate>;

/** Units of the foreign currency for one of the books': for drawing, so that both ways of quoting stand on one axis. */
const drawn = ({ quotation, rate }: Rate): string =>
  quotation === 'foreign_per_base' ? rate : decimalText(divide(one, decimal(rate), 9));

/** The rates of a currency over the days as a line, and the table behind it. */
export function RatesCard({ currency }: { currency: string }) {
  const t = useTranslations('currencies');
  const { date, decimal: number } = useFormats();
  const { baseCurrency } = useSession().company;
  const rates = useRead(listExchangeRates, { currency, limit: 200 }, { keepPrevious: true });
  const rows = rates.data?.items ?? [];
  const points = rows.toReversed().map((rate) => ({
    key: rate.id,
    label: date(rate.validOn),
    value: Number(drawn(rate)),
    text: `${number(drawn(rate))} · ${rate.source}`,
  }));
  return (
    <ChartCard
      title={t('over', { currency, base: baseCurrency })}
      loading={rates.isPending}
      error={rates.error}
      chart={<RateLine label={t('over', { currency, base: baseCurrency })} points={points} />}
      table={<RatesTable rows={rows} base={baseCurrency} />}
    />
  );
}

function RatesTable({ rows, base }: { rows: readonly Rate[]; base: string }) {
  const t = useTranslations('currencies');
  const may = useMay();
  const words = useProblemWords();
  const { date, decimal: number } = useFormats();
  const drop = useCommand(deleteExchangeRate, ['accounting.exchange_rate']);
  const remove = (id: string) => drop.mutateAsync({ id }).catch((error: Error) => notify('error', words(error).title));
  return (
    <table className="w-full tabular-nums" aria-label={t('plural')}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          <th scope="col" className="text-start font-normal">
            {t('validOn')}
          </th>
          <th scope="col" className="text-start font-normal">
            {t('source')}
          </th>
          <th scope="col" className="text-end font-normal">
            {t('rate')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="h-9 border-t">
            <td>{date(row.validOn)}</td>
            <td>{row.source}</td>
            <td className="text-end">
              {row.quotation === 'foreign_per_base'
                ? `1 ${base} = ${number(row.rate)} ${row.currency}`
                : `1 ${row.currency} = ${number(row.rate)} ${base}`}
            </td>
            <td className="text-end">
              {may(deleteExchangeRate) ? (
                <Button
                  look="quiet"
                  size="small"
                  aria-label={t('delete', { date: date(row.validOn) })}
                  onClick={() => void remove(row.id)}
                >
                  <Trash2 aria-hidden />
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
