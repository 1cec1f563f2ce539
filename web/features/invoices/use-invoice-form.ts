'use client';
import { createInvoice, getInvoice, issueInvoice, newInvoice, postInvoice, updateInvoice } from '@atlas/sales/contract';
import { useTranslations } from 'use-intl';
import { api, useCommand } from '@/lib/api.ts';
import { type Form, useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { useHidden, withoutFields } from '../session/hidden.ts';
import { type Draft, draftOf, invoiceInput } from './draft.ts';
import type { Invoice } from './shares.ts';

const affects = ['sales.', 'accounting.'];

export type InvoiceForm = {
  form: Form<Draft, unknown>;
  save: () => void;
  post: () => void;
  resolve: (keep: 'theirs' | 'mine') => void;
};

/** The draft of an invoice with its two ways to be saved: as a draft, or posted at once. */
export function useInvoiceForm(initial: Draft, invoice: Invoice | undefined): InvoiceForm {
  const t = useTranslations('invoices');
  const go = useGo();
  const form = useForm(newInvoice, initial, { inputOf: invoiceInput, unique: '/reference' });
  const create = useCommand(createInvoice, affects);
  const issue = useCommand(issueInvoice, affects);
  const update = useCommand(updateInvoice, affects);
  const hidden = useHidden(updateInvoice);
  const postDraft = useCommand(postInvoice, affects);

  const done = (saved: { id: string; number: string | null }) => {
    setUnsaved('form', false);
    notify('success', saved.number ? t('postedNotice', { number: saved.number }) : t('savedNotice'));
    go(`/invoices/${saved.id}`);
  };
  const save = (version = invoice?.version) =>
    form.onSubmit(async (input) => {
      done(
        invoice && version !== undefined
          ? await update.mutateAsync({ ...withoutFields(input, hidden), id: invoice.id, version })
          : await create.mutateAsync(input),
      );
    })();
  const post = () =>
    form.onSubmit(async (input) => {
      if (!invoice) return done(await issue.mutateAsync(input));
      const { id } = await update.mutateAsync({ ...withoutFields(input, hidden), id: invoice.id, version: invoice.version });
      done(await postDraft.mutateAsync({ id }));
    })();
  const resolve = async (keep: 'theirs' | 'mine') => {
    if (!invoice) return;
    const newer = await api.call(getInvoice, { id: invoice.id });
    if (keep === 'theirs') form.reset(draftOf(newer));
    else save(newer.version);
  };
  return { form, save: () => save(), post, resolve: (keep) => void resolve(keep) };
}
