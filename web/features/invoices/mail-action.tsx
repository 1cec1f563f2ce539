'use client';
import { mailInvoice } from '@atlas/einvoicing/contract';
import { Button } from '@atlas/ui';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../session/may.ts';
import { MailDialog } from './mail-dialog.tsx';
import type { Invoice } from './shares.ts';

/** Sends a posted document to its customer and to others, after asking: what was sent cannot be taken back. */
export function MailAction({ invoice: { id, number, customerName } }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (number === null || !may(mailInvoice)) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Mail aria-hidden /> {t('mail')}
      </Button>
      {asking ? <MailDialog invoice={{ id, number, customerName }} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
