'use client';
import { addBillAttachment, receiveBill } from '@atlas/purchasing/contract';
import { Button, Card, Field } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import type { Checked } from '../e-invoices/checked.ts';
import { PartyPicker } from '../fields/party-picker.tsx';
import { useGo } from '../guard/guard-store.ts';
import { useMay } from '../session/may.ts';
import { Refusal } from '../settings/refusal.tsx';
import { AccountPicker } from './account-picker.tsx';
import { affects } from './use-bill-form.ts';
import { isPdf } from './xml-in-pdf.ts';

type Props = { file: File; xml: string; checked: Checked };

/** What an electronic invoice does not say itself: where its lines are posted and, where nobody is like its seller, whose it is. */
export function ReceivedForm({ file, xml, checked: { invoice } }: Props) {
  const t = useTranslations('bills');
  const go = useGo();
  const may = useMay();
  const words = useProblemWords();
  const receive = useCommand(receiveBill, affects);
  const attach = useCommand(addBillAttachment, affects);
  const { busy, error, run } = useAction();
  const [accountId, setAccountId] = useState('');
  const [supplierId, setSupplierId] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const draft = await receive.mutateAsync({ xml, accountId, ...(supplierId === '' ? {} : { supplierId }) });
      // What a PDF carried is attached already; the PDF shows it to people.
      if (isPdf(file) && may(addBillAttachment))
        await attach
          .mutateAsync({ id: draft.id, name: file.name, content: file } as never)
          .catch((problem) => notify('error', words(problem).title, { description: file.name }));
      go(`/bills/${draft.id}/edit`);
    });
  };
  const { seller, totals, currency } = invoice;
  return (
    <Card className="p-4">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <h2 className="font-semibold text-lg">
          {t('receivedFrom', { name: seller.name ?? '–', amount: totals.withVat ?? '–', currency: currency ?? '' })}
        </h2>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <Field label={t('linesTo')} required>
            {(control) => <AccountPicker {...control} accountId={accountId} onPick={setAccountId} />}
          </Field>
          <Field label={t('supplier')}>
            {(control) => (
              <PartyPicker
                {...control}
                partyRole="supplier"
                chosenLabel=""
                placeholder={t('ifUnknown')}
                onPick={(supplier) => setSupplierId(supplier?.id ?? '')}
              />
            )}
          </Field>
        </div>
        <Refusal error={error} />
        <div>
          <Button type="submit" look="primary" busy={busy} disabled={accountId === ''}>
            {t('draftIt')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
