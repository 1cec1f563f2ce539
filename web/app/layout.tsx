import './globals.css';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/features/shell/providers.tsx';
import { messagesOf } from '@/lib/messages.ts';
import { cookieNames, formatLocaleOf, isTheme, languageOf } from '@/lib/preferences.ts';

export const metadata = { title: 'Atlas ERP', description: 'The books, sales and stock of a company' };
export const viewport = { width: 'device-width', initialScale: 1 };

/** Language, theme and region are known before the first byte, so nothing flashes or jumps. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = [await cookies(), await headers()];
  const accepted = head.get('accept-language');
  const language = languageOf(jar.get(cookieNames.language)?.value, accepted);
  const chosenTheme = jar.get(cookieNames.theme)?.value;
  const theme = isTheme(chosenTheme) ? chosenTheme : 'system';
  return (
    <html lang={language} data-theme={theme}>
      <body>
        <Providers
          language={language}
          formatLocale={formatLocaleOf(language, accepted)}
          theme={theme}
          sidebarCollapsed={jar.get(cookieNames.sidebar)?.value === 'collapsed'}
          messages={await messagesOf(language)}
        >
          {children}
        </Providers>
      </body>
    </html>
  );
}
