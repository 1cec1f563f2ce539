'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { FormatLocale } from '@/lib/format.tsx';
import type { Messages } from '@/lib/messages.ts';
import type { Language, Theme } from '@/lib/preferences.ts';
import { createQueryClient } from '@/lib/query-client.ts';
import { onPageRefused, useSessionLost } from '../session/page-refused.ts';
import { useColumnChoices, useUi } from './ui-store.ts';

// Compiling schemas needs eval, which the security policy forbids. Said through zod's global, because zod itself is
// loaded later than the frame of a page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const Notices = dynamic(() => import('./notices.tsx').then((module) => module.Notices), { ssr: false });

const SessionLost = dynamic(() => import('../session/session-lost.tsx').then((module) => module.SessionLost), { ssr: false });

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
  const lost = useSessionLost((state) => state.lost);
  useEffect(() => {
    void useColumnChoices.persist.rehydrate();
  }, []);
  return (
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      <FormatLocale value={formatLocale}>
        <QueryClientProvider client={client}>
          {children}
          {lost ? <SessionLost /> : null}
          <Notices />
        </QueryClientProvider>
      </FormatLocale>
    </IntlProvider>
  );
}
