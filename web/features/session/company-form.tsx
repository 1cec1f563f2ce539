'use client';
import { setUpCompany } from '@atlas/accounting/contract';
import { currencies, startOfYear } from '@atlas/kernel';
import { Button, Field, Input, Select } from '@atlas/ui';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { useOnClient } from '@/lib/on-client.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { today } from '@/lib/today.ts';
import { stayIn } from '@/lib/workspace.ts';
import { DateInput } from '../fields/date-input.tsx';
import { UntilAlive } from '../shell/until-alive.tsx';
import { startOver } from './auth.ts';
import { signOut } from './auth-sign-in.ts';

function useCurrencyNames(): { code: string; name: string }[] {
  const locale = useLocale();
  // Servers and browsers do not agree on every name.
  const onClient = useOnClient();
  return useMemo(() => {
    if (!onClient) return currencies.map((code) => ({ code, name: code }));
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    return currencies.map((code) => ({ code, name: `${code} · ${names.of(code) ?? code}` }));
  }, [locale, onClient]);
}

const charts = ['standard', 'services', 'empty'] as const;

/** Sets up the books of a workspace: their currency and their first day. */
export function CompanyForm({ workspaceId }: { workspaceId: string }) {
  useState(() => stayIn(workspaceId));
  const t = useTranslations('session');
  const locale = useLocale();
  const words = useProblemWords();
  const name = useSearchParams().get('name') ?? '';
  const setUp = useCommand(setUpCompany, ['accounting.']);
  const form = useForm(setUpCompany.input, {
    name,
    baseCurrency: locale === 'de' ? 'EUR' : 'USD',
    chart: 'standard' as (typeof charts)[number],
    booksStartOn: startOfYear(today()) as string,
  });

  const submit = form.onSubmit(async (input) => {
    await setUp.mutateAsync(input);
    startOver('/');
  });

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <title>{`${t('setUpTitle')} · Atlas`}</title>
      <h1 className="font-semibold text-xl">{t('setUpTitle')}</h1>
      <p className="text-ink-muted">{t('setUpDetail')}</p>
      <UntilAlive>
        <Field label={t('companyName')} error={form.error('/name')} required>
          {(control) => <Input {...control} {...form.text('name')} autoComplete="organization" />}
        </Field>
        <Field label={t('baseCurrency')} error={form.error('/baseCurrency')} hint={t('baseCurrencyHint')} required>
          {(control) => <CurrencySelect {...control} {...form.text('baseCurrency')} />}
        </Field>
        <Field label={t('chart')} error={form.error('/chart')}>
          {(control) => (
            <Select {...control} {...form.text('chart')}>
              {charts.map((chart) => (
                <option key={chart} value={chart}>
                  {t(`charts.${chart}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('booksStartOn')} error={form.error('/booksStartOn')} hint={t('booksStartOnHint')} required>
          {(control) => (
            <DateInput {...control} value={form.values.booksStartOn} onChange={(day) => form.set({ booksStartOn: day ?? '' })} />
          )}
        </Field>
        {form.refusal ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {words(form.refusal).title}. {words(form.refusal).detail}
          </p>
        ) : null}
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          {t('setUp')}
        </Button>
        <Button look="quiet" onClick={() => void signOut().then(() => startOver('/sign-in'))}>
          {t('signOut')}
        </Button>
      </UntilAlive>
    </form>
  );
}

function CurrencySelect(props: React.ComponentProps<'select'>) {
  const names = useCurrencyNames();
  return (
    <Select {...props}>
      {names.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
