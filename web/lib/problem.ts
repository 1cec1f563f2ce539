'use client';
import { NetworkError, ProblemError } from '@atlas/sdk';
import { useTranslations } from 'use-intl';

export type ProblemWords = { title: string; detail: string; reference: string | undefined };

/** An error in the words of the reader: our text for codes that people meet, otherwise what the API says. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useTranslations('problem');
  return (error) => {
    if (error instanceof NetworkError) return { title: t('offline'), detail: t('offlineDetail'), reference: undefined };
    if (!(error instanceof ProblemError)) return { title: t('unexpected'), detail: t('unexpectedDetail'), reference: undefined };
    const reference = error.requestId ? t('reference', { id: error.requestId }) : undefined;
    const key = `codes.${error.code.replaceAll('.', '_')}` as 'codes.not_found';
    return t.has(key)
      ? { title: t(key), detail: error.detail, reference }
      : { title: error.title, detail: error.detail, reference };
  };
}
