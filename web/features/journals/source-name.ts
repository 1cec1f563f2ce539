'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

/** What kind of document an entry came from, in words; a kind without a word of its own by its name. */
export function useSourceName(): (sourceKind: string) => string {
  const t = useTranslations('journals');
  return useCallback(
    (sourceKind) => {
      const key = `sources.${sourceKind.replaceAll('.', '_')}` as 'sources.journal';
      return t.has(key) ? t(key) : sourceKind;
    },
    [t],
  );
}
