'use client';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { loadTurnstile } from './turnstile.ts';

type Widget = { id: string; reset: () => void };

export type CaptchaState = {
  siteKey: string | null;
  /** Whether the form may be sent: a person was seen, or nobody asks. */
  ready: boolean;
  /** The proof for one attempt; the next needs another. */
  take: () => { captcha?: string };
  onToken: (token: string | null) => void;
  onWidget: (widget: Widget | null) => void;
};

/** Keeps the proof that a person is there. Without a site key nobody asks for one. */
export function useCaptcha(siteKey: string | null): CaptchaState {
  const [token, setToken] = useState<string | null>(null);
  const widget = useRef<Widget | null>(null);
  return {
    siteKey,
    ready: siteKey === null || token !== null,
    take: () => {
      if (token === null) return {};
      setToken(null);
      widget.current?.reset();
      return { captcha: token };
    },
    onToken: setToken,
    onWidget: (made) => {
      widget.current = made;
    },
  };
}

/** Turnstile's own box, in the place that is kept for it. */
export function Captcha({ siteKey, action, onToken, onWidget }: Omit<CaptchaState, 'take' | 'ready'> & { action: string }) {
  const t = useTranslations('door');
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (siteKey === null) return;
    let remove: (() => void) | undefined;
    let gone = false;
    loadTurnstile().then(
      (turnstile) => {
        if (gone || !place.current) return;
        const id = turnstile.render(place.current, {
          sitekey: siteKey,
          action,
          language: locale,
          theme: 'auto',
          callback: onToken,
          'expired-callback': () => onToken(null),
          'error-callback': () => setFailed(true),
        });
        onWidget({ id, reset: () => turnstile.reset(id) });
        remove = () => turnstile.remove(id);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      remove?.();
      onWidget(null);
    };
  }, [siteKey, action, locale]);
  if (siteKey === null) return null;
  return (
    <div>
      <div ref={place} className="min-h-[65px]" />
      {failed ? (
        <p role="alert" className="text-danger text-xs">
          {t('captchaFailed')}
        </p>
      ) : null}
    </div>
  );
}
