'use client';
import { readBankBalances } from '@atlas/treasury/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { BarsChart } from '../dashboard/bars-chart.tsx';
import { ChartCard } from '../dashboard/chart-card.tsx';
import { useGo } from '../guard/guard-store.ts';

/** So many days fit beside each other. */
const mostBars = 60;

/** The balance after each day with movements, as the bank says it. */
export function BalanceCard({ accountId }: { accountId: string }) {
  const t = useTranslations('bank');
  const go = useGo();
  const { money, date } = useFormats();
  const balances = useRead(readBankBalances, { id: accountId });
  const items = balances.data?.items ?? [];
  return (
    <ChartCard
      title={t('balanceOverTime')}
      loading={!balances.data}
      error={balances.error}
      chart={
        items.length === 0 ? (
          <p className="flex h-full items-center justify-center text-ink-muted">{t('noBalances')}</p>
        ) : (
          <BarsChart
            label={t('balanceOverTime')}
            bars={items.slice(-mostBars).map((each) => ({
              key: each.date,
              label: date(each.date),
              value: Number(each.balance.amount),
              text: money(each.balance),
            }))}
            onOpen={(day) => go(`/bank-accounts/${accountId}?from=${day}&to=${day}`)}
          />
        )
      }
      table={
        <table className="w-full">
          <thead className="sticky top-0 bg-surface">
            <tr className="h-8 text-ink-muted text-xs">
              <th scope="col" className="text-start font-normal">
                {t('day')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('balance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.toReversed().map((each) => (
              <tr key={each.date} className="h-8 border-t">
                <td>{date(each.date)}</td>
                <td className="text-end tabular-nums">{money(each.balance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
