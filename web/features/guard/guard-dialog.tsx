'use client';
import { Confirm } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useGuard } from './guard-store.ts';

/** Asks before something unsaved is left. */
export function GuardDialog() {
  const t = useTranslations('guard');
  const pending = useGuard((state) => state.pending);

  return (
    <Confirm
      open={pending !== null}
      title={t('title')}
      description={t('detail')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      danger
      onCancel={() => useGuard.setState({ pending: null })}
      onConfirm={() => {
        useGuard.setState({ pending: null, unsaved: new Set() });
        pending?.();
      }}
    />
  );
}
