'use client';
import { mailInvoice } from '@atlas/einvoicing/contract';
import { Button, Confirm } from '@atlas/ui';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useRefused } from '../documents/use-refused.ts';
import { useMay } from '../session/may.ts';
import type { Invoice } from './shares.ts';

/** Sends a posted document to its customer after asking: what was sent cannot be taken back. */
export function MailAction({ invoice: { id, number, customerName } }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const record = useTranslations('record');
  const may = useMay();
  const mail = useCommand(mailInvoice, ['einvoicing.', 'platform.audit']);
  const onError = useRefused();
  const [asking, setAsking] = useState(false);
  if (number === null || !may(mailInvoice)) return null;
  const close = () => setAsking(false);
  const onSuccess = () => notify('success', t('mailAsked', { number }));
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Mail aria-hidden /> {t('mail')}
      </Button>
      <Confirm
        open={asking}
        title={t('mailTitle', { number })}
        description={t('mailDetail', { customer: customerName })}
        confirmLabel={t('mailNow')}
        cancelLabel={record('cancel')}
        busy={mail.isPending}
        onCancel={close}
        onConfirm={() => mail.mutate({ id }, { onSuccess, onError, onSettled: close })}
      />
    </>
  );
}
