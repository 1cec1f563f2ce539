'use client';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useDimensionValues } from '../dimensions/use-dimensions.ts';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';
import { type Budget, gridOf, totalOf } from './budget-grid.ts';

/** The lines of a budget that is written no more. */
export function BudgetLines({ budget }: { budget: Budget }) {
  const t = useTranslations('budgets');
  const { amount, month } = useFormats();
  const { currency, periods, dimensionId } = budget;
  const chart = useChartOfAccounts();
  const values = useDimensionValues(dimensionId);
  const named = (of: readonly { id: string; code: string; name: string }[] | undefined, id: string) => {
    const found = of?.find((each) => each.id === id);
    return found ? `${found.code} ${found.name}` : '';
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard
    <section aria-label={t('lines')} tabIndex={0} className="overflow-x-auto rounded-lg border bg-surface">
      <table className="w-full tabular-nums">
        <thead>
          <tr className="h-8 text-ink-muted text-xs [&>th]:px-2 [&>th]:font-medium">
            <th scope="col" className="min-w-48 text-start">
              {t('account')}
            </th>
            {dimensionId ? (
              <th scope="col" className="min-w-32 text-start">
                {t('value')}
              </th>
            ) : null}
            {periods.map(({ id, startsOn }) => (
              <th key={id} scope="col" className="min-w-24 whitespace-nowrap text-end">
                {month(startsOn.slice(0, 7))}
              </th>
            ))}
            <th scope="col" className="min-w-28 text-end">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {gridOf(budget)
            .slice(0, -1)
            .map((line) => (
              <tr key={line.key} className="h-8 [&>td]:border-t [&>td]:px-2">
                <td>{named(chart.data, line.accountId)}</td>
                {dimensionId ? <td>{line.valueId ? named(values.data, line.valueId) : t('allValues')}</td> : null}
                {line.amounts.map((value, index) => (
                  <td key={periods[index]?.id} className="text-end">
                    {value === '' ? '–' : amount({ amount: value, currency })}
                  </td>
                ))}
                <td className="text-end font-medium">{amount({ amount: totalOf(line), currency })}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
