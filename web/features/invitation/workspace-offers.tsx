'use client';
import { Button } from '@atlas/ui';
import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { startOver } from '../session/auth.ts';
import { joinWorkspace, listOffers, offersKey } from '../session/auth-domains.ts';
import { Refusal } from '../settings/refusal.tsx';

/** Workspaces that are open to an address like one's own: whoever has colleagues here may not want one of their own. */
export function WorkspaceOffers() {
  const t = useTranslations('invitation');
  const offers = useQuery({ queryKey: offersKey, queryFn: listOffers, retry: false });
  const joining = useAction();
  const join = (id: string) =>
    joining.run(async () => {
      await joinWorkspace(id);
      startOver('/');
    });
  if (!offers.data?.length) return null;
  return (
    <section aria-label={t('offers')} className="flex flex-col gap-2">
      <p className="text-ink-muted">{t('offersAbout')}</p>
      {offers.data.map(({ organizationId, name }) => (
        <Button key={organizationId} size="large" busy={joining.busy} onClick={() => void join(organizationId)}>
          <Building2 aria-hidden /> {t('accept', { workspace: name })}
        </Button>
      ))}
      <Refusal error={joining.error} />
    </section>
  );
}
