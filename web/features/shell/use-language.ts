'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'use-intl';
import { cookieNames, type Language, rememberChoice } from '@/lib/preferences.ts';

export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The language of the texts, and how to change it without leaving the page. */
export function useLanguage(): [string, (language: string) => void] {
  const router = useRouter();
  return [
    useLocale(),
    (language) => {
      rememberChoice(cookieNames.language, language);
      router.refresh();
    },
  ];
}
