'use client';
import { previewSchedule } from '@atlas/assets/contract';
import { Card } from '@atlas/ui';
import { useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { ScheduleCard } from './schedule-card.tsx';

/** The schedule of what is being typed, as the API plans it. */
export function SchedulePreview({ values }: { values: object }) {
  const t = useTranslations('assets');
  const words = useProblemWords();
  const asked = previewSchedule.input.safeParse(
    Object.fromEntries(Object.entries(useDeferredValue(values)).filter(([, value]) => value !== null)),
  );
  const plan = useRead(previewSchedule, asked.data ?? nothing, { enabled: asked.success, keepPrevious: true });
  if (!asked.success) return <Card className="p-4 text-ink-muted">{t('previewHint')}</Card>;
  if (plan.error)
    return (
      <Card className="p-4 text-danger">
        <p role="status">{words(plan.error).detail ?? words(plan.error).title}</p>
      </Card>
    );
  return <ScheduleCard rows={plan.data?.rows ?? []} loading={!plan.data} />;
}

const nothing = {
  cost: '1',
  availableOn: '2000-01-01',
  firstPeriodEndsOn: '2000-01-31',
  method: 'straight_line',
  periods: 1,
  monthsPerPeriod: 1,
  proRata: 'days',
} as const;
