'use client';
import { currencies } from '@atlas/kernel';
import { createBankAccount, getBankAccount, updateBankAccount } from '@atlas/treasury/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api, useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';
import { useSession } from '../session/session.tsx';

export type BankAccount = z.output<typeof getBankAccount.output>;
type Values = { name: string; number: string; otherNumbers: string; currency: string; ledgerAccountId: string };

const valuesOf = ({ name, number, otherNumbers, currency, ledgerAccountId }: BankAccount): Values => ({
  name,
  number,
  otherNumbers: otherNumbers.join(', '),
  currency,
  ledgerAccountId,
});

const inputOf = ({ otherNumbers, ...values }: Values) => ({
  ...values,
  otherNumbers: otherNumbers
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
});

const sent = createBankAccount.input.omit({ csvMapping: true });

/** Creates a bank account, or changes one. */
export function BankAccountForm({ account }: { account?: BankAccount }) {
  const t = useTranslations('bank');
  const go = useGo();
  const { baseCurrency } = useSession().company;
  const create = useCommand(createBankAccount, ['treasury.']);
  const update = useCommand(updateBankAccount, ['treasury.']);
  const fresh: Values = { name: '', number: '', otherNumbers: '', currency: baseCurrency, ledgerAccountId: '' };
  const form = useForm(sent, account ? valuesOf(account) : fresh, { inputOf, unique: '/number' });

  const save = (version: number | undefined) =>
    form.onSubmit(async (input) => {
      const saved =
        account && version !== undefined
          ? await update.mutateAsync({ ...input, id: account.id, version })
          : await create.mutateAsync(input);
      setUnsaved('form', false);
      notify('success', t('saved', { name: saved.name }));
      go(`/bank-accounts/${saved.id}`);
    })();

  const resolve = async (keep: 'theirs' | 'mine') => {
    if (!account) return;
    const newer = await api.call(getBankAccount, { id: account.id });
    if (keep === 'theirs') form.reset(valuesOf(newer));
    else save(newer.version);
  };

  return (
    <FormFrame
      title={account ? account.name : t('new')}
      trail={[{ label: t('plural'), path: '/bank-accounts' }]}
      form={form}
      onSubmit={() => save(account?.version)}
      backPath={account ? `/bank-accounts/${account.id}` : '/bank-accounts'}
      onConflict={(keep) => void resolve(keep)}
    >
      <div className="mx-auto w-full max-w-3xl p-3 sm:p-4">
        <FormSection title={t('details')}>
          <div className="grid gap-3 sm:grid-cols-4">
            <Field label={t('name')} error={form.error('/name')} required className="sm:col-span-4">
              {(control) => <Input {...control} {...form.text('name')} autoFocus={!account} />}
            </Field>
            <Field label={t('number')} hint={t('numberHint')} error={form.error('/number')} required className="sm:col-span-3">
              {(control) => <Input {...control} {...form.text('number')} autoComplete="off" spellCheck={false} />}
            </Field>
            <Field label={t('currency')} error={form.error('/currency')} required>
              {(control) => (
                <Select {...control} {...form.text('currency')}>
                  {currencies.map((code) => (
                    <option key={code}>{code}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              label={t('ledgerAccount')}
              hint={t('ledgerAccountHint')}
              error={form.error('/ledgerAccountId')}
              required
              className="sm:col-span-4"
            >
              {(control) => (
                <Select {...control} {...form.text('ledgerAccountId')}>
                  <LedgerAccounts />
                </Select>
              )}
            </Field>
            <Field
              label={t('otherNumbers')}
              hint={t('otherNumbersHint')}
              error={form.error('/otherNumbers')}
              className="sm:col-span-4"
            >
              {(control) => <Input {...control} {...form.text('otherNumbers')} />}
            </Field>
          </div>
        </FormSection>
      </div>
    </FormFrame>
  );
}

/** Accounts of the chart that a bank account can stand for. */
function LedgerAccounts() {
  const chart = useChartOfAccounts();
  const offered = (chart.data ?? []).filter(
    ({ type, role, isGroup, archivedAt }) =>
      (type === 'asset' || type === 'liability') &&
      !isGroup &&
      !archivedAt &&
      (role === null || role === 'bank' || role === 'cash'),
  );
  return (
    <>
      <option value="">–</option>
      {offered.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {code} {name}
        </option>
      ))}
    </>
  );
}

/** Changes a bank account. */
export function BankAccountEdit({ id }: { id: string }) {
  const query = useRead(getBankAccount, { id });
  return <RecordState query={query}>{(account) => <BankAccountForm account={account} />}</RecordState>;
}
