'use client';
import { Button } from '@atlas/ui';
import { VenetianMask } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { startOver } from './auth.ts';
import { stopImpersonation } from './auth-impersonation.ts';
import { clockOf } from './clock.ts';
import type { Impersonation } from './standing.ts';

type Props = { impersonation: Impersonation; name: string; workspace: string };

/** While an administrator acts as somebody: who, as whom and until when, above every page. It cannot be closed, only ended. */
export function ImpersonationBanner({ impersonation, name, workspace }: Props) {
  const t = useTranslations('impersonation');
  const stopping = useAction({ told: true });
  const { run } = stopping;
  const left = useSecondsUntil(impersonation.until);
  const over = left !== null && left <= 0;
  useEffect(() => {
    // It is over for the API, too: on to where the administrator was.
    if (over) void stopImpersonation().finally(() => startOver('/platform'));
  }, [over]);
  const stop = () => void run(stopImpersonation).then((done) => (done ? startOver('/platform') : undefined));
  return (
    <section
      aria-label={t('label')}
      className="relative z-50 flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 bg-danger px-3 py-1 text-danger-ink sm:px-4"
    >
      <VenetianMask className="size-5 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-semibold">{t('acting', { administrator: impersonation.name, name, workspace })}</strong>{' '}
        <span className="max-sm:sr-only">{t('reason', { reason: impersonation.reason })}</span>
      </p>
      <span role="timer" aria-label={t('left')} className="w-14 text-end font-semibold tabular-nums">
        {left === null ? '–:––' : clockOf(left)}
      </span>
      <Button size="small" busy={stopping.busy} onClick={stop}>
        {t('stop')}
      </Button>
    </section>
  );
}

/** Whole seconds until an instant, as they pass; null until the page is alive. */
function useSecondsUntil(instant: string): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const end = new Date(instant).getTime();
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}
