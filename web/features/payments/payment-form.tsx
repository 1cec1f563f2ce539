'use client';
import { listOpenItems, postPayment } from '@atlas/payments/contract';
import { Field, Input } from '@atlas/ui';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { today } from '@/lib/today.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame } from '../record/form-frame.tsx';
import { useSession } from '../session/session.tsx';
import { AllocationGrid } from './allocation-grid.tsx';
import { type Draft, freshDraft, type OpenItem, paymentInput } from './draft.ts';
import { HeadFields } from './head-fields.tsx';
import { affects } from './payment.ts';
import { SharesBar } from './shares-bar.tsx';

const none: readonly OpenItem[] = [];

/** What is open with the party on the side that the payment settles, oldest first. */
function useOpenItems({ direction, partyId, currency }: Draft): {
  items: readonly OpenItem[];
  currencies: string[];
  loading: boolean;
} {
  const ledger = direction === 'in' ? 'receivable' : 'payable';
  const read = useRead(listOpenItems, { ledger, partyId, limit: 200 }, { enabled: partyId !== '' });
  const all = partyId === '' ? none : (read.data?.items ?? none);
  const side = all.filter(({ open }) => open.amount.startsWith('-') === (direction === 'out'));
  return {
    items: side.filter(({ open }) => open.currency === currency),
    currencies: [...new Set(side.map(({ open }) => open.currency))],
    loading: partyId !== '' && read.isPending,
  };
}

/** Enters a payment: who, when, how much, and what it settles. */
export function PaymentCreate() {
  const t = useTranslations('payments');
  const params = useSearchParams();
  const { baseCurrency } = useSession().company;
  const go = useGo();
  const direction = params.get('direction') === 'out' ? 'out' : 'in';
  const initial = freshDraft(direction, params.get('partyId') ?? '', today(), baseCurrency);
  const form = useForm(postPayment.input, initial, { inputOf: paymentInput });
  const post = useCommand(postPayment, affects);
  const { items, currencies, loading } = useOpenItems(form.values);
  const submit = form.onSubmit(async (input) => {
    const saved = await post.mutateAsync(input);
    setUnsaved('form', false);
    notify('success', t('postedNotice', { number: saved.number }));
    go(`/payments/${saved.id}`);
  });
  const foreign = form.values.currency !== baseCurrency;
  return (
    <FormFrame
      title={t(form.values.direction === 'in' ? 'newIn' : 'newOut')}
      trail={[{ label: t('plural'), path: '/payments' }]}
      form={form}
      onSubmit={() => submit()}
      saveLabel={t('post')}
      backPath="/payments"
    >
      <div className="flex flex-1 flex-col gap-4 p-3 sm:p-4">
        <HeadFields form={form} currencies={[...new Set([baseCurrency, ...currencies])]} foreign={foreign} />
        <AllocationGrid form={form} items={items} loading={loading} />
        <Field label={t('note')} error={form.error('/note')} className="max-w-2xl">
          {(control) => <Input {...control} {...form.text('note')} />}
        </Field>
      </div>
      <SharesBar draft={form.values} />
    </FormFrame>
  );
}
