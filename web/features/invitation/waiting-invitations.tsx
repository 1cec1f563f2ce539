'use client';
import { useQuery } from '@tanstack/react-query';
import { MailOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { listOwnInvitations } from '../session/auth-members.ts';

/** Invitations that wait for someone who has no workspace yet: they may not want one of their own. */
export function WaitingInvitations() {
  const t = useTranslations('invitation');
  const invitations = useQuery({ queryKey: ['own-invitations'], queryFn: listOwnInvitations, retry: false });
  const waiting = (invitations.data ?? []).filter(({ status }) => status === 'pending');
  if (waiting.length === 0) return null;
  return (
    <ul aria-label={t('waiting')} className="flex flex-col gap-2">
      {waiting.map(({ id, organizationName }) => (
        <li key={id}>
          <Link
            href={`/invitation/${id}`}
            className="flex items-center gap-2 rounded-md bg-accent-soft px-3 py-2 font-medium text-accent hover:underline"
          >
            <MailOpen className="size-4 shrink-0" aria-hidden />
            {t('waitingFrom', { workspace: organizationName })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
