'use client';
import type { verifyHouseAudit } from '@atlas/administration/contract';
import type { audit } from '@atlas/contract';
import { Button } from '@atlas/ui';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { Refusal } from '../settings/refusal.tsx';

/** Recomputes the chain of everything that was recorded, and says whether anyone touched it. */
export function useVerification(route: typeof audit.verifyAudit | typeof verifyHouseAudit) {
  const verify = useCommand<typeof audit.verifyAudit>(route as typeof audit.verifyAudit, []);
  return { verify, run: () => verify.mutate({}) };
}

export function VerifyButton({ verification }: { verification: ReturnType<typeof useVerification> }) {
  const t = useTranslations('audit');
  return (
    <Button busy={verification.verify.isPending} onClick={verification.run}>
      <ShieldCheck aria-hidden /> {t('verify')}
    </Button>
  );
}

/** What the verification found. */
export function Verdict({ verification: { verify } }: { verification: ReturnType<typeof useVerification> }) {
  const t = useTranslations('audit');
  const { count } = useFormats();
  if (verify.isError) return <Refusal error={verify.error} />;
  if (!verify.data) return null;
  const { intact, eventCount, brokenAt } = verify.data;
  return intact ? (
    <p role="status" className="flex items-center gap-2 rounded-md bg-success-soft px-3 py-2 text-success">
      <ShieldCheck className="size-4 shrink-0" aria-hidden />
      {t('intact', { count: eventCount, number: count(eventCount) })}
    </p>
  ) : (
    <p role="alert" className="flex items-center gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger">
      <ShieldAlert className="size-4 shrink-0" aria-hidden />
      <span>
        {t('broken')} <code>{brokenAt ?? '–'}</code>
      </span>
    </p>
  );
}
