'use client';
import { Hourglass, Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useOnClient } from '@/lib/on-client.ts';
import { daysUntil } from './clock.ts';
import type { WorkspaceStanding } from './standing.ts';

/** How long the trial of the workspace goes on, or that it is over and nothing can be changed. */
export function TrialBanner({ standing: { state, trialEndsAt } }: { standing: WorkspaceStanding }) {
  const t = useTranslations('standing');
  const onClient = useOnClient();
  if (state === 'trial_ended')
    return (
      <p role="status" className="flex min-h-9 shrink-0 items-center gap-2 bg-warning-soft px-3 py-1 text-warning sm:px-4">
        <Lock className="size-4 shrink-0" aria-hidden />
        <span>
          <strong className="font-semibold">{t('trialEnded')}</strong> {t('trialEndedAbout')}
        </span>
      </p>
    );
  if (state !== 'trial' || trialEndsAt === null) return null;
  return (
    <p className="flex min-h-8 shrink-0 items-center gap-2 bg-accent-soft px-3 py-1 text-accent text-xs sm:px-4">
      <Hourglass className="size-3.5 shrink-0" aria-hidden />
      {onClient ? t('trialDays', { count: daysUntil(trialEndsAt, Date.now()) }) : '\u00a0'}
    </p>
  );
}
