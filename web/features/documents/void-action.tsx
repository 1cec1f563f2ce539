'use client';
import { Button, Confirm } from '@atlas/ui';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

export type VoidActionProps = { number: string; busy: boolean; run: (done: () => void) => void };

/** Voids a posted document after asking. */
export function VoidAction({ number, busy, run }: VoidActionProps) {
  const t = useTranslations('invoices');
  const record = useTranslations('record');
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Undo2 aria-hidden /> {t('void')}
      </Button>
      <Confirm
        open={asking}
        title={t('voidTitle', { number })}
        description={t('voidDetail')}
        confirmLabel={t('void')}
        cancelLabel={record('cancel')}
        busy={busy}
        onCancel={close}
        onConfirm={() => run(close)}
      />
    </>
  );
}
