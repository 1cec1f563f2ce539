'use client';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormats } from '@/lib/format.tsx';

/** A bar. `value` is only how long it is drawn; `text` is the exact amount. */
export type ChartBar = { key: string; label: string; value: number; text: string };

export type BarsChartProps = { label: string; bars: readonly ChartBar[]; onOpen: (key: string) => void };

const axis = { fill: 'var(--ink-muted)', fontSize: 12 };

/** Amounts beside each other; a click opens what one is made of. */
export function BarsChart({ label, bars, onOpen }: BarsChartProps) {
  const { compact } = useFormats();
  return (
    <figure aria-label={label} className="h-full w-full">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={[...bars]} margin={{ top: 4, right: 0, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tick={axis} tickLine={false} axisLine={{ stroke: 'var(--line)' }} minTickGap={16} />
          <YAxis tick={axis} tickLine={false} axisLine={false} width={64} tickFormatter={(value: number) => compact(value)} />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            content={({ active, payload }) => (active ? <Tip bar={payload[0]?.payload as ChartBar | undefined} /> : null)}
          />
          <Bar
            dataKey="value"
            fill="var(--chart-1)"
            radius={[3, 3, 0, 0]}
            maxBarSize={40}
            isAnimationActive={false}
            className="cursor-pointer"
            onClick={(bar) => {
              const { key } = bar.payload as ChartBar;
              onOpen(key);
            }}
          />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

function Tip({ bar }: { bar: ChartBar | undefined }) {
  if (!bar) return null;
  return (
    <div className="rounded-md border bg-raised px-2.5 py-1.5 shadow-raised">
      <span className="block text-ink-muted text-xs">{bar.label}</span>
      <span className="font-medium">{bar.text}</span>
    </div>
  );
}
