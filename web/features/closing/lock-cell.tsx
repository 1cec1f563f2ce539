'use client';
import { type accountingPeriod, type areaLock, lockPeriod, setLock, unlockPeriod } from '@atlas/accounting/contract';
import { addDays, businessDate } from '@atlas/kernel';
import { Button } from '@atlas/ui';
import { Lock, LockOpen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useMay } from '../session/may.ts';

type Period = z.output<typeof accountingPeriod>;
type SwitchProps = { locked: boolean; label: string; allowed: boolean; onSwitch: () => Promise<unknown> };

/** A lock that is closed or open, and turned by a click. */
function LockSwitch({ locked, label, allowed, onSwitch }: SwitchProps) {
  const t = useTranslations('closing');
  const action = useAction({ told: true });
  const Icon = locked ? Lock : LockOpen;
  return (
    <Button
      look="quiet"
      aria-label={label}
      aria-pressed={locked}
      disabled={!allowed}
      busy={action.busy}
      onClick={() => void action.run(onSwitch)}
    >
      <Icon aria-hidden className={locked ? 'text-accent' : 'text-ink-muted'} />
      <span className={locked ? undefined : 'text-ink-muted'}>{t(locked ? 'locked' : 'open')}</span>
    </Button>
  );
}

const days = (period: Period, date: (day: string) => string) => `${date(period.startsOn)} – ${date(period.endsOn)}`;

/** The lock of a whole period. @param held whether the year is closed, which keeps it locked */
export function PeriodCell({ period, held }: { period: Period; held: boolean }) {
  const t = useTranslations('closing');
  const may = useMay();
  const { date } = useFormats();
  const lock = useCommand(lockPeriod, ['accounting.']);
  const unlock = useCommand(unlockPeriod, ['accounting.']);
  const locked = period.lockedAt !== null;
  return (
    <LockSwitch
      locked={locked}
      label={t('lockOf', { area: t('books'), period: days(period, date) })}
      allowed={!held && may(locked ? unlockPeriod : lockPeriod)}
      onSwitch={() => (locked ? unlock : lock).mutateAsync({ id: period.id })}
    />
  );
}

/** The lock of an area in a period: locked through its end, or opened from its first day on. */
export function AreaCell({ period, lock }: { period: Period; lock: z.output<typeof areaLock> }) {
  const t = useTranslations('closing');
  const may = useMay();
  const { date } = useFormats();
  const set = useCommand(setLock, ['accounting.']);
  const locked = lock.lockedThrough !== null && lock.lockedThrough >= period.endsOn;
  const lockedThrough = locked ? addDays(businessDate(period.startsOn), -1) : period.endsOn;
  return (
    <LockSwitch
      locked={locked}
      label={t('lockOf', { area: t(`areas.${lock.area}`), period: days(period, date) })}
      allowed={may(setLock)}
      onSwitch={() => set.mutateAsync({ area: lock.area, lockedThrough })}
    />
  );
}
