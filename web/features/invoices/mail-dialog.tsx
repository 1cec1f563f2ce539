'use client';
import { mailInvoice, mostMailAddresses } from '@atlas/einvoicing/contract';
import { Button, Checkbox, Dialog, Field, Input } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useRefused } from '../documents/use-refused.ts';

type Props = {
  invoice: { readonly id: string; readonly number: string; readonly customerName: string };
  onClose: () => void;
};

const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((address) => address !== '');

/** Good enough to tell a slip before it is sent; the API judges. */
const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Asks whom a document goes to by e-mail: to its customer, to others, or to both. */
export function MailDialog({ invoice: { id, number, customerName }, onClose }: Props) {
  const t = useTranslations('invoices');
  const record = useTranslations('record');
  const mail = useCommand(mailInvoice, ['einvoicing.', 'platform.audit']);
  const onError = useRefused();
  const [toCustomer, setToCustomer] = useState(true);
  const [others, setOthers] = useState('');
  // A word that is being typed is not wrong yet.
  const [isTyped, setIsTyped] = useState(false);
  const addresses = addressesIn(others);
  const wrong = addresses.find((address) => !isAddress(address));
  const tooMany = addresses.length > mostMailAddresses ? t('mailOthersHint', { count: mostMailAddresses }) : undefined;
  const error = wrong === undefined ? tooMany : t('mailNoAddress', { address: wrong });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setIsTyped(true);
    if (error !== undefined) return;
    const onSuccess = () => {
      notify('success', t('mailAsked', { number }));
      onClose();
    };
    mail.mutate({ id, toCustomer, addresses }, { onSuccess, onError });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('mailTitle', { number })}
      description={t('mailDetail')}
      closeLabel={record('cancel')}
    >
      <form onSubmit={send} className="flex flex-col gap-3" noValidate>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside */}
        <label className="flex items-center gap-2">
          <Checkbox checked={toCustomer} onChange={(event) => setToCustomer(event.currentTarget.checked)} />
          {t('mailToCustomer', { customer: customerName })}
        </label>
        <Field
          label={t('mailOthers')}
          hint={t('mailOthersHint', { count: mostMailAddresses })}
          error={isTyped ? error : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={others}
              inputMode="email"
              autoComplete="off"
              maxLength={1700}
              onChange={(event) => setOthers(event.currentTarget.value)}
              onBlur={() => setIsTyped(true)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{record('cancel')}</Button>
          <Button type="submit" look="primary" busy={mail.isPending} disabled={!toCustomer && addresses.length === 0}>
            {t('mailNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
