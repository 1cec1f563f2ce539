'use client';
import { listHouseAudit, verifyHouseAudit } from '@atlas/administration/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '@/lib/api.ts';
import { AuditList } from '../audit/audit-list.tsx';
import { useVerification, Verdict, VerifyButton } from '../audit/verify-button.tsx';
import { useSession } from '../session/session.tsx';
import { PageHeader } from '../shell/page-header.tsx';

/** What administrators did, newest first, and whether anybody touched it since. */
export function PlatformAudit() {
  const t = useTranslations('platform');
  const { userId, name } = useSession();
  const verification = useVerification(verifyHouseAudit);
  const events = useInfiniteQuery({
    queryKey: [listHouseAudit.name, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api.call(listHouseAudit, { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const nameOf = (actorId: string) => (actorId === userId ? name : t('otherAdministrator', { id: actorId.slice(-8) }));
  return (
    <>
      <PageHeader title={t('audit')}>
        <VerifyButton verification={verification} />
      </PageHeader>
      <div className="flex w-full max-w-5xl flex-col gap-4 p-3 sm:p-4">
        <Verdict verification={verification} />
        <AuditList events={events} nameOf={nameOf} />
      </div>
    </>
  );
}
