'use client';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { TurnstileWidget } from '@/lib/sign-in-methods.ts';
import { loadTurnstile } from './turnstile.ts';

type Rendered = { id: string; reset: () => void };

export type CaptchaState = {
  widget: TurnstileWidget | null;
  /** Whether the form may be sent: a person was seen, or nobody asks. */
  ready: boolean;
  /** The proof for one attempt; the next needs another. */
  take: () => { captcha?: string };
  onToken: (token: string | null) => void;
  onRendered: (rendered: Rendered | null) => void;
};

/** Keeps the proof that a person is there. Without a widget nobody asks for one. */
export function useCaptcha(widget: TurnstileWidget | null): CaptchaState {
  const [token, setToken] = useState<string | null>(null);
  const rendered = useRef<Rendered | null>(null);
  return {
    widget,
    ready: widget === null || token !== null,
    take: () => {
      if (token === null) return {};
      setToken(null);
      rendered.current?.reset();
      return { captcha: token };
    },
    onToken: setToken,
    onRendered: (made) => {
      rendered.current = made;
    },
  };
}

/** Turnstile's own box, in the place that is kept for it. */
export function Captcha({ widget, action, onToken, onRendered }: Omit<CaptchaState, 'take' | 'ready'> & { action: string }) {
  const t = useTranslations('door');
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (widget === null) return;
    let remove: (() => void) | undefined;
    let gone = false;
    loadTurnstile(widget.script).then(
      (turnstile) => {
        if (gone || !place.current) return;
        const id = turnstile.render(place.current, {
          sitekey: widget.siteKey,
          action,
          language: locale,
          theme: 'auto',
          callback: onToken,
          'expired-callback': () => onToken(null),
          'error-callback': () => setFailed(true),
        });
        onRendered({ id, reset: () => turnstile.reset(id) });
        remove = () => turnstile.remove(id);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      remove?.();
      onRendered(null);
    };
  }, [widget, action, locale]);
  if (widget === null) return null;
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
