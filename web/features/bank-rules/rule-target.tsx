'use client';
import { getParty, listParties } from '@atlas/parties/contract';
import { Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { Form } from '@/lib/form.ts';
import { RecordPicker } from '../fields/record-picker.tsx';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';

type Values = { accountId: string | null; partyId: string | null };

/** What becomes of movements that fit: they settle open items, or are posted to an account; and whose they are. */
export function RuleTarget<V extends Values>({ form }: { form: Form<V, unknown> }) {
  const t = useTranslations('bankRules');
  const chart = useChartOfAccounts();
  const { accountId, partyId } = form.values;
  const party = useRead(getParty, { id: partyId ?? '' }, { enabled: partyId !== null });
  const offered = (chart.data ?? []).filter(({ id, isGroup, archivedAt }) => id === accountId || !(isGroup || archivedAt));
  const set = (change: Partial<Values>) => form.set(change as Partial<V>);
  return (
    <>
      <Field label={t('then')} error={form.error('/accountId')}>
        {(control) => (
          <Select
            {...control}
            value={accountId ?? ''}
            onChange={(event) => set({ accountId: event.currentTarget.value || null })}
          >
            <option value="">{t('settles')}</option>
            {offered.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('party')} error={form.error('/partyId')}>
        {(control) => (
          <RecordPicker
            {...control}
            route={listParties}
            given={{ archived: 'false' }}
            chosenLabel={partyId === null ? '' : (party.data?.name ?? '…')}
            optionOf={({ id, code, name }) => ({ value: id, label: name, detail: code })}
            onPick={(row) => set({ partyId: row?.id ?? null })}
          />
        )}
      </Field>
    </>
  );
}
