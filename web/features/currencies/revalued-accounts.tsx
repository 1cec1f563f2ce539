'use client';
import { Button, Field } from '@atlas/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { AccountSelect } from '../assets/account-select.tsx';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';

const types = ['asset', 'liability'];

type Props = { ids: readonly string[]; error: string | undefined; onChange: (ids: string[]) => void };

/** The accounts that are revalued beside open items: those of banks and loans in foreign currencies. */
export function RevaluedAccounts({ ids, error, onChange }: Props) {
  const t = useTranslations('currencies');
  const chart = useChartOfAccounts();
  const nameOf = (id: string): string => {
    const account = chart.data?.find((each) => each.id === id);
    return account ? `${account.code} ${account.name}` : '…';
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t('revaluedAccounts')}</legend>
      <Field label={t('revaluedAccounts')} hint={t('revaluedAccountsHint')} error={error}>
        {(control) => (
          <AccountSelect
            control={control}
            value=""
            types={types}
            onChange={(id) => {
              if (id !== '' && !ids.includes(id)) onChange([...ids, id]);
            }}
          />
        )}
      </Field>
      {ids.length > 0 ? (
        <ul className="flex flex-col">
          {ids.map((id) => (
            <li key={id} className="flex min-h-8 items-center justify-between gap-2 border-t first:border-t-0">
              <span className="min-w-0 truncate">{nameOf(id)}</span>
              <Button
                look="quiet"
                size="icon"
                aria-label={t('leaveOut', { account: nameOf(id) })}
                onClick={() => onChange(ids.filter((each) => each !== id))}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
