'use client';
import { Button } from '@atlas/ui';
import { MailCheck } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

/** A mail is on its way; its link goes on from there. */
export function MailSent({ title, about }: { title: string; about: string }) {
  const t = useTranslations('door');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4">
      <MailCheck className="size-8 text-success" strokeWidth={1.5} aria-hidden />
      <h1 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
        {title}
      </h1>
      <p className="text-ink-muted">{about}</p>
      <Button asChild size="large">
        <Link href="/sign-in">{t('back')}</Link>
      </Button>
    </div>
  );
}
