'use client';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.tsx';
import { useMemberName } from './member-names.ts';

/** Whose a record is, in words: oneself, a member, somebody who left or whom one may not see, nobody. */
export function useOwnerName(ownerId: string | null): string {
  const t = useTranslations('owners');
  const { userId, name, email } = useSession();
  const member = useMemberName(ownerId === userId ? null : ownerId);
  if (ownerId === null) return t('nobody');
  if (ownerId === userId) return name || email;
  return member.data ?? (member.isFetching ? '…' : t('somebody'));
}

/** The name of the owner of a record. */
export function OwnerName({ id }: { id: string | null }) {
  return useOwnerName(id);
}
