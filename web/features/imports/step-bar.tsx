'use client';
import { cn } from '@atlas/ui';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ImportStatus } from './import-words.ts';

const steps = ['files', 'check', 'run', 'done'] as const;

const stepOf: Record<ImportStatus, number> = {
  uploaded: 0,
  failed: 0,
  checking: 1,
  checked: 2,
  running: 2,
  cancelled: 2,
  completed: 3,
};

/** Where an import stands. */
export function StepBar({ status }: { status: ImportStatus }) {
  const t = useTranslations('imports');
  const current = stepOf[status];
  return (
    <ol aria-label={t('steps.label')} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {steps.map((step, index) => {
        const done = index < current || status === 'completed';
        return (
          <li
            key={step}
            aria-current={index === current ? 'step' : undefined}
            className={cn('flex items-center gap-1.5', index === current ? 'font-medium' : 'text-ink-muted')}
          >
            <span
              className={cn(
                'flex size-5 items-center justify-center rounded-full border text-xs',
                done
                  ? 'border-accent bg-accent text-accent-ink'
                  : index === current && 'border-accent bg-accent-soft text-accent',
              )}
            >
              {done ? <Check className="size-3" aria-hidden /> : index + 1}
            </span>
            {t(`steps.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
