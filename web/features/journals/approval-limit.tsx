'use client';
import { getJournalSetting, updateJournalSetting } from '@atlas/accounting/contract';
import { exponentOf } from '@atlas/kernel';
import { Button, Field } from '@atlas/ui';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { DialogForm } from '../record/dialog-form.tsx';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';

type Setting = { approvalAbove: { amount: string; currency: string } | null; version: number };

/** Above which amount somebody else has to approve a journal; and changing it. */
export function ApprovalLimit() {
  const t = useTranslations('journals');
  const may = useMay();
  const { money } = useFormats();
  const setting = useRead(getJournalSetting, {}, { enabled: may(getJournalSetting) });
  const [open, setOpen] = useState(false);
  if (!setting.data) return null;
  const { approvalAbove } = setting.data;
  const words = approvalAbove ? t('limitAbove', { amount: money(approvalAbove) }) : t('noLimit');
  if (!may(updateJournalSetting)) return <p className="my-2 ms-auto text-ink-muted">{words}</p>;
  return (
    <>
      <Button look="quiet" className="my-1 ms-auto" onClick={() => setOpen(true)}>
        <ShieldCheck aria-hidden /> {words}
      </Button>
      {open ? <LimitDialog setting={setting.data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function LimitDialog({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const t = useTranslations('journals');
  const decimals = exponentOf(useSession().company.baseCurrency);
  const update = useCommand(updateJournalSetting, ['accounting.journal_setting', 'accounting.journal_draft']);
  const initial = { approvalAbove: setting.approvalAbove?.amount ?? '', version: setting.version };
  const form = useForm(updateJournalSetting.input, initial, {
    inputOf: ({ approvalAbove, version }) => ({ approvalAbove: approvalAbove || null, version }),
  });
  const submit = form.onSubmit(async (input) => {
    await update.mutateAsync(input);
    notify('success', t('limitKept'));
    onClose();
  });
  return (
    <DialogForm
      title={t('limit')}
      description={t('limitAbout')}
      submitLabel={t('limitSave')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('amount')} error={form.error('/approvalAbove')}>
        {(control) => (
          <AmountInput
            {...control}
            scale={decimals}
            least={decimals}
            value={form.values.approvalAbove}
            onChange={(approvalAbove) => form.set({ approvalAbove })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
