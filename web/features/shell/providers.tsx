'use client';
import { TooltipProvider } from '@atlas/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { z } from 'zod';
import { FormatLocale } from '@/lib/format.tsx';
import type { Messages } from '@/lib/messages.ts';
import type { Language, Theme } from '@/lib/preferences.ts';
import { createQueryClient } from '@/lib/query-client.ts';
import { onPageRefused, SessionLost } from '../session/session-lost.tsx';
import { useColumnChoices, useUi } from './ui-store.ts';

// Compiling schemas needs eval, which the security policy forbids.
z.config({ jitless: true });

const Notices = dynamic(() => import('./notices.tsx').then((module) => module.Notices), { ssr: false });

export type ProvidersProps = {
  language: Language;
  formatLocale: string;
  theme: Theme;
  sidebarCollapsed: boolean;
  messages: Messages;
  children: ReactNode;
};

/** What every page stands on: texts, formats, the cache of what was read, notices. */
export function Providers({ language, formatLocale, theme, sidebarCollapsed, messages, children }: ProvidersProps) {
  const [client] = useState(() => {
    useUi.setState({ theme, sidebarCollapsed });
    return createQueryClient(onPageRefused);
  });
  useEffect(() => {
    void useColumnChoices.persist.rehydrate();
  }, []);
  return (
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      <FormatLocale value={formatLocale}>
        <QueryClientProvider client={client}>
          <TooltipProvider delayDuration={400}>
            {children}
            <SessionLost />
            <Notices />
          </TooltipProvider>
        </QueryClientProvider>
      </FormatLocale>
    </IntlProvider>
  );
}
