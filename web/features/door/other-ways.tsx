'use client';
import { Button } from '@atlas/ui';
import { Fingerprint, Mail } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import type { SignInMethods } from '@/lib/sign-in-methods.ts';
import { signInWithPasskey, wasCancelled } from '../session/auth-passkeys.ts';
import { googleAddress } from '../session/auth-sign-in.ts';
import { Refusal } from '../settings/refusal.tsx';
import { GoogleMark } from './google-mark.tsx';

type Props = {
  kind: 'sign-in' | 'sign-up';
  methods: SignInMethods;
  query: string;
  next: string;
  onIn: () => void;
};

/** The ways in besides a password, as far as this Atlas offers them. */
export function OtherWays({ kind, methods, query, next, onIn }: Props) {
  const t = useTranslations('door');
  const entering = useAction();
  const { mail, passkeys, google } = methods;
  const coming = kind === 'sign-in';
  const passkey = async () => {
    if (await entering.run(signInWithPasskey)) onIn();
  };
  const toGoogle = () => entering.run(async () => window.location.assign(await googleAddress(next)));
  if (!google && !(coming && (mail || passkeys))) return null;
  return (
    <div className="flex flex-col gap-2">
      {coming && mail ? (
        <Link href="/forgot-password" className="self-end text-accent text-xs underline-offset-2 hover:underline">
          {t('forgot')}
        </Link>
      ) : null}
      <p className="flex items-center gap-3 text-ink-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      {coming && passkeys ? (
        <Button size="large" disabled={entering.busy} onClick={() => void passkey()}>
          <Fingerprint aria-hidden /> {t('withPasskey')}
        </Button>
      ) : null}
      {google ? (
        <Button size="large" disabled={entering.busy} onClick={() => void toGoogle()}>
          <GoogleMark /> {t('withGoogle')}
        </Button>
      ) : null}
      {coming && mail ? (
        <Button asChild size="large">
          <Link href={`/sign-in/mail${query}`}>
            <Mail aria-hidden /> {t('withMail')}
          </Link>
        </Button>
      ) : null}
      {wasCancelled(entering.error) ? (
        <p role="alert" className="text-ink-muted text-xs">
          {t('passkeyCancelled')}
        </p>
      ) : (
        <Refusal error={entering.error} />
      )}
    </div>
  );
}
