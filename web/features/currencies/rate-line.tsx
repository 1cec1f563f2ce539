'use client';

/** A rate of a day. `value` is only where it is drawn; `text` is the exact rate. */
export type RatePoint = { key: string; label: string; value: number; text: string };

/** How high each point stands, between the least and the most; all the same in the middle. For drawing only. */
function heightsOf(points: readonly RatePoint[]): number[] {
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (least === most ? 50 : 5 + ((value - least) / (most - least)) * 90));
}

/** Rates over the days as a line; each point says its day and its rate. */
export function RateLine({ label, points }: { label: string; points: readonly RatePoint[] }) {
  const heights = heightsOf(points);
  const left = (index: number): number => (points.length === 1 ? 50 : (index / (points.length - 1)) * 100);
  const path = points.map((_point, index) => `${left(index)},${100 - (heights[index] ?? 0)}`).join(' ');
  return (
    <figure aria-label={label} className="flex h-full w-full flex-col pt-2">
      <div className="relative mx-2 min-h-0 flex-1">
        <svg
          aria-hidden
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 h-full w-full overflow-visible"
        >
          <polyline points={path} fill="none" stroke="var(--chart-1)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
        </svg>
        <ol>
          {points.map(({ key, label: day, text }, index) => (
            <li
              key={key}
              title={`${day}: ${text}`}
              className="absolute size-2 -translate-x-1/2 translate-y-1/2 rounded-full bg-(--chart-1)"
              style={{ left: `${left(index)}%`, bottom: `${heights[index] ?? 0}%` }}
            >
              <span className="sr-only">
                {day}: {text}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div aria-hidden className="flex justify-between pt-2 text-ink-muted text-xs">
        <span>{points[0]?.label}</span>
        {points.length > 1 ? <span>{points.at(-1)?.label}</span> : null}
      </div>
    </figure>
  );
}
