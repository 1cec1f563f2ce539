import type { ReactNode } from 'react';

/** What is known of a record: names and values. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-4 gap-y-1.5">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line">{value === null || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
