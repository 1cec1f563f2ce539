'use client';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { BarsChart } from '../dashboard/bars-chart.tsx';
import { barsOf, type Statement } from './statement.ts';
import { useColumnWords } from './use-column-words.ts';

export type StatementChartProps = { statement: Statement; onColumn: (index: number) => void };

/** What the columns of a statement come to, or of a single one its sections. A column opens alone. */
export function StatementChart({ statement, onColumn }: StatementChartProps) {
  const t = useTranslations('reports');
  const { money } = useFormats();
  const heads = useColumnWords()(statement);
  const bars = barsOf(statement);
  const [first] = bars;
  if (!first?.line.label || bars.length < 2) return null;
  const byColumn = bars.every(({ line }) => line === first.line);
  const title = byColumn ? t(`lines.${first.line.label}`) : t('chartSections');
  return (
    <section aria-label={title} className="shrink-0 rounded-lg border bg-surface p-3 print:hidden xl:w-80">
      <h2 className="font-semibold">{title}</h2>
      <div className="h-52">
        <BarsChart
          label={title}
          bars={bars.map(({ key, line, index }) => {
            const amount = line.cells[index] ?? '0';
            return {
              key,
              label: byColumn || !line.label ? (heads[index] ?? '') : t(`lines.${line.label}`),
              // Pixels need no cents; the text beside it is exact.
              value: Number(amount),
              text: money({ amount, currency: statement.currency }),
            };
          })}
          onOpen={(key) => {
            const bar = bars.find((each) => each.key === key);
            if (byColumn && bar) onColumn(bar.index);
          }}
        />
      </div>
    </section>
  );
}
