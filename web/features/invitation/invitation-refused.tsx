'use client';
import { ProblemError } from '@atlas/sdk';
import { Button } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { startOver } from '../session/auth.ts';
import { sendVerification } from '../session/auth-account.ts';
import { signOut } from '../session/auth-sign-in.ts';
import { Refusal } from '../settings/refusal.tsx';

const reasons: Readonly<Record<string, 'gone' | 'notYours' | 'unverified'>> = {
  'auth.invitation_not_found': 'gone',
  'auth.inviter_is_no_longer_a_member_of_the_organization': 'gone',
  'auth.you_are_not_the_recipient_of_the_invitation': 'notYours',
  'auth.email_verification_required_for_invitation': 'unverified',
  'auth.email_verification_required_before_accepting_or_rejecting_invitation': 'unverified',
};

/** Why an invitation cannot be answered, and what to do about it. */
export function InvitationRefused({ id, email, error }: { id: string; email: string; error: Error }) {
  const t = useTranslations('invitation');
  const acting = useAction();
  const reason = error instanceof ProblemError ? reasons[error.code] : undefined;
  const here = `/invitation/${id}`;
  const verify = async () => {
    if (await acting.run(() => sendVerification(email, here))) notify('success', t('verificationSent', { email }));
  };
  const change = () => acting.run(() => signOut().then(() => startOver(`/sign-in?next=${encodeURIComponent(here)}`)));
  if (!reason) return <Refusal error={error} />;
  return (
    <>
      <div role="alert">
        <p className="font-medium">{t(`${reason}.title`)}</p>
        <p className="mt-1 text-ink-muted">{t(`${reason}.detail`, { email })}</p>
      </div>
      <Refusal error={acting.error} />
      {reason === 'notYours' ? (
        <Button look="primary" size="large" busy={acting.busy} onClick={() => void change()}>
          {t('otherAccount')}
        </Button>
      ) : null}
      {reason === 'unverified' ? (
        <Button look="primary" size="large" busy={acting.busy} onClick={() => void verify()}>
          {t('verify')}
        </Button>
      ) : null}
      <Button asChild size="large" look={reason === 'gone' ? 'primary' : 'quiet'}>
        <Link href="/">{t('toAtlas')}</Link>
      </Button>
    </>
  );
}
