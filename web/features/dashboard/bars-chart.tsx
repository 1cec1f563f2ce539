'use client';
import { cn } from '@atlas/ui';
import { useFormats } from '@/lib/format.tsx';
import { scaleOf } from './scale.ts';

/** A bar. `value` is only how long it is drawn; `text` is the exact amount. */
export type ChartBar = { key: string; label: string; value: number; text: string };

export type BarsChartProps = { label: string; bars: readonly ChartBar[]; onOpen: (key: string) => void };

/** So many bars have room for all their names. */
const fewBars = 6;

/** Amounts beside each other; a bar opens what it is made of. Boxes alone: a library of charts is longer than the whole page. */
export function BarsChart({ label, bars, onOpen }: BarsChartProps) {
  const { compact } = useFormats();
  const { from, to, ticks } = scaleOf(bars.map(({ value }) => value));
  const percentOf = (length: number): string => `${(length / (to - from)) * 100}%`;
  const namesEvery = Math.ceil(bars.length / fewBars);
  return (
    <figure aria-label={label} className="flex h-full w-full pt-2 pb-6">
      <div aria-hidden className="relative w-16 shrink-0 text-ink-muted text-xs">
        {ticks.map((tick) => (
          <span key={tick} className="absolute end-2 translate-y-1/2" style={{ bottom: percentOf(tick - from) }}>
            {compact(tick)}
          </span>
        ))}
      </div>
      <div className="relative min-w-0 flex-1">
        {ticks.map((tick) => (
          <div key={tick} className="absolute inset-x-0 border-t" style={{ bottom: percentOf(tick - from) }} />
        ))}
        <ol className="absolute inset-0 flex">
          {bars.map(({ key, label: name, value, text }, index) => (
            <li key={key} className="group relative flex min-w-0 flex-1 justify-center hover:bg-hover">
              <button
                type="button"
                aria-label={`${name}: ${text}`}
                className="absolute inset-0 cursor-pointer"
                onClick={() => onOpen(key)}
              />
              <span
                className="pointer-events-none absolute w-4/5 max-w-10 rounded-t-[3px] bg-(--chart-1)"
                style={{ bottom: percentOf(Math.min(0, value) - from), height: percentOf(Math.abs(value)) }}
              />
              {index % namesEvery === 0 ? (
                <span aria-hidden className="absolute top-full mt-1 whitespace-nowrap text-ink-muted text-xs">
                  {name}
                </span>
              ) : null}
              <Tip name={name} text={text} atEnd={index >= bars.length / 2} />
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

/** Beside the bar that is pointed at, towards the middle. */
function Tip({ name, text, atEnd }: { name: string; text: string; atEnd: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'pointer-events-none absolute top-1 z-10 hidden whitespace-nowrap rounded-md border bg-raised px-2.5 py-1.5 shadow-raised group-focus-within:block group-hover:block',
        atEnd ? 'end-full' : 'start-full',
      )}
    >
      <span className="block text-ink-muted text-xs">{name}</span>
      <span className="font-medium">{text}</span>
    </span>
  );
}
