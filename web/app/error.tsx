'use client';
import { ErrorState } from '@atlas/ui';
import { useTranslations } from 'use-intl';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('problem');
  return (
    <ErrorState
      title={t('unexpected')}
      description={t('unexpectedDetail')}
      reference={error.digest}
      retryLabel={t('retry')}
      onRetry={reset}
    />
  );
}
