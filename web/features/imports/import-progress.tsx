'use client';
import { Card } from '@atlas/ui';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { remainingSeconds, type Sample, withSample } from './remaining-time.ts';

export type ImportProgressProps = { title: string; done: number; total: number | null };

/** The platform's own bar in the colours of ours; each browser has a name of its own for its parts. */
const bar =
  'h-2 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent';

/** How far a job is, and how long it will still take at the pace of the last moments. */
export function ImportProgress({ title, done, total }: ImportProgressProps) {
  const t = useTranslations('imports');
  const { count } = useFormats();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => withSample(before, { at: performance.now(), done })), [done]);
  const seconds = total === null ? null : remainingSeconds(samples, total);
  const left =
    seconds === null || seconds === 0
      ? ''
      : seconds < 90
        ? t('secondsLeft', { count: seconds })
        : t('minutesLeft', { count: Math.ceil(seconds / 60) });
  return (
    <Card className="flex flex-col gap-2 p-4">
      <div role="status">
        <h2 className="font-semibold text-base">{title}</h2>
      </div>
      <progress className={bar} aria-label={title} max={total ?? 1} {...(total === null ? {} : { value: done })} />
      <div className="flex min-h-5 flex-wrap justify-between gap-2">
        <span>
          {total === null ? t('progressOpen', { done: count(done) }) : t('progress', { done: count(done), total: count(total) })}
        </span>
        <span className="text-ink-muted">{left}</span>
      </div>
      <p className="text-ink-muted text-xs">{t('leaveHint')}</p>
    </Card>
  );
}
