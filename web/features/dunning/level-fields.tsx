'use client';
import { exponentOf } from '@atlas/kernel';
import type { dunningLevel } from '@atlas/payments/contract';
import { Field, Input, Textarea } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { AccountSelect } from '../assets/account-select.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { useSession } from '../session/session.tsx';

export type Level = z.output<typeof dunningLevel>;

type Props = {
  level: Level;
  index: number;
  error: (pointer: string) => string | undefined;
  onChange: (change: Partial<Level>) => void;
};

/** One level: when it is reached, what it costs, and what it says in each language. */
export function LevelFields({ level, index, error, onChange }: Props) {
  const t = useTranslations('dunning');
  const scale = exponentOf(useSession().company.baseCurrency);
  const at = (name: string) => error(`/levels/${index}/${name}`);
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <Field label={t('name')} error={at('name')} required className="sm:col-span-2">
        {(control) => (
          <Input
            {...control}
            value={level.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
            maxLength={60}
          />
        )}
      </Field>
      {(['daysOverdue', 'daysBetween'] as const).map((name) => (
        <Field key={name} label={t(name)} error={at(name)} required>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={String(level[name])}
              onChange={(event) => onChange({ [name]: Number.parseInt(event.currentTarget.value, 10) || 0 })}
            />
          )}
        </Field>
      ))}
      <Field label={t('fee')} error={at('fee')} className="sm:col-span-2">
        {(control) => (
          <AmountInput
            {...control}
            scale={scale}
            least={scale}
            value={level.fee}
            onChange={(fee) => onChange({ fee: fee || '0' })}
          />
        )}
      </Field>
      <Field label={t('feeAccount')} error={at('feeAccountId')} className="sm:col-span-2">
        {(control) => (
          <AccountSelect
            control={control}
            types={['income']}
            value={level.feeAccountId ?? ''}
            onChange={(id) => onChange({ feeAccountId: id || null })}
          />
        )}
      </Field>
      {(['en', 'de'] as const).map((locale) => (
        <WordFields key={locale} level={level} locale={locale} at={at} onChange={onChange} />
      ))}
    </div>
  );
}

type WordProps = Pick<Props, 'level' | 'onChange'> & { locale: 'en' | 'de'; at: (name: string) => string | undefined };

function WordFields({ level, locale, at, onChange }: WordProps) {
  const t = useTranslations('dunning');
  const words = level.texts[locale];
  const set = (change: Partial<typeof words>) => onChange({ texts: { ...level.texts, [locale]: { ...words, ...change } } });
  return (
    <div className="flex min-w-0 flex-col gap-2 sm:col-span-2">
      <Field label={t(`subjects.${locale}`)} error={at(`texts/${locale}/subject`)} required>
        {(control) => (
          <Input
            {...control}
            value={words.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
            maxLength={120}
          />
        )}
      </Field>
      <Field label={t(`bodies.${locale}`)} error={at(`texts/${locale}/body`)} required>
        {(control) => (
          <Textarea
            {...control}
            rows={7}
            value={words.body}
            onChange={(event) => set({ body: event.currentTarget.value })}
            maxLength={4000}
          />
        )}
      </Field>
    </div>
  );
}
