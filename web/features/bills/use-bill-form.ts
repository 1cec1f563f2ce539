'use client';
import { createBill, getBill, issueBill, newBill, postBill, updateBill } from '@atlas/purchasing/contract';
import { useTranslations } from 'use-intl';
import { api, useCommand } from '@/lib/api.ts';
import { type Form, useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { useHidden, withoutFields } from '../session/hidden.ts';
import { billInput } from './bill-input.ts';
import { type Bill, type Draft, draftOf } from './draft.ts';

export const affects = ['purchasing.', 'accounting.', 'platform.audit'];

export type BillForm = {
  form: Form<Draft, unknown>;
  save: () => void;
  post: () => void;
  resolve: (keep: 'theirs' | 'mine') => void;
};

/** The draft of a bill with its two ways to be saved: as a draft, or posted at once. */
export function useBillForm(initial: Draft, bill: Bill | undefined): BillForm {
  const t = useTranslations('invoices');
  const go = useGo();
  const form = useForm(newBill, initial, { inputOf: billInput, unique: '/supplierNumber' });
  const create = useCommand(createBill, affects);
  const issue = useCommand(issueBill, affects);
  const update = useCommand(updateBill, affects);
  const hidden = useHidden(updateBill);
  const postDraft = useCommand(postBill, affects);

  const done = (saved: { id: string; number: string | null }) => {
    setUnsaved('form', false);
    notify('success', saved.number ? t('postedNotice', { number: saved.number }) : t('savedNotice'));
    go(`/bills/${saved.id}`);
  };
  const save = (version = bill?.version) =>
    form.onSubmit(async (input) => {
      done(
        bill && version !== undefined
          ? await update.mutateAsync({ ...withoutFields(input, hidden), id: bill.id, version })
          : await create.mutateAsync(input),
      );
    })();
  const post = () =>
    form.onSubmit(async (input) => {
      if (!bill) return done(await issue.mutateAsync(input));
      const { id } = await update.mutateAsync({ ...withoutFields(input, hidden), id: bill.id, version: bill.version });
      done(await postDraft.mutateAsync({ id }));
    })();
  const resolve = async (keep: 'theirs' | 'mine') => {
    if (!bill) return;
    const newer = await api.call(getBill, { id: bill.id });
    if (keep === 'theirs') form.reset(draftOf(newer));
    else save(newer.version);
  };
  return { form, save: () => save(), post, resolve: (keep) => void resolve(keep) };
}
