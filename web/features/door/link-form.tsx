'use client';
import { Button } from '@atlas/ui';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { startOver } from '../session/auth.ts';
import { type SignedIn, signInByLink, verifyAddress } from '../session/auth-sign-in.ts';
import { Refusal } from '../settings/refusal.tsx';
import { DoorForm } from './door-form.tsx';
import { LinkDead } from './link-dead.tsx';
import { safePath } from './safe-path.ts';
import { SecondStep } from './second-step.tsx';
import { useToken } from './use-token.ts';

type Props = { kind: 'magic-link' | 'verify-email' };

const uses = { 'magic-link': signInByLink, 'verify-email': verifyAddress } as const;
const again = { 'magic-link': '/sign-in/mail', 'verify-email': '/sign-in' } as const;

/** Where a mailed link leads. It holds only when a person presses: programs that look into mails open links, too. */
export function LinkForm({ kind }: Props) {
  const t = useTranslations('door');
  const [next] = useState(safePath(useSearchParams().get('next')));
  const token = useToken();
  const [second, setSecond] = useState(false);
  const using = useAction();
  const submit = () =>
    using.run(async () => {
      const answer = (await uses[kind](token)) as SignedIn | null;
      if (answer?.twoFactorRedirect) setSecond(true);
      else startOver(next);
    });
  if (second) return <SecondStep onDone={() => startOver(next)} onBack={() => startOver('/sign-in')} />;
  if (token === '') return <LinkDead again={again[kind]} />;
  return (
    <DoorForm title={t(`${kind}.title`)} about={t(`${kind}.about`)} onSubmit={() => void submit()}>
      <Refusal error={using.error} />
      <Button type="submit" look="primary" size="large" autoFocus busy={using.busy}>
        {t(`${kind}.go`)}
      </Button>
    </DoorForm>
  );
}
