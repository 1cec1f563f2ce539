'use client';
import { Button, Field, Input, Select } from '@atlas/ui';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { AmountInput } from '../fields/amount-input.tsx';
import { type LineValues, lineKinds } from './terms-values.ts';

const delays = ['months', 'onDay', 'days', 'dayOfNextMonth'] as const;

type Props = {
  line: LineValues;
  index: number;
  count: number;
  error: (pointer: string) => string | undefined;
  onChange: (values: Partial<LineValues>) => void;
  onRemove: () => void;
};

/** One instalment: how much of the total, and how long after the day of the document. */
export function LineFields({ line, index, count, error, onChange, onRemove }: Props) {
  const t = useTranslations('paymentTerms');
  const last = index === count - 1;
  const kinds = lineKinds.filter((kind) => kind === line.kind || (last ? count === 1 && kind === 'rest' : kind !== 'rest'));
  const valueLabel = t(line.kind === 'fixed' ? 'amount' : 'percent');
  return (
    <fieldset className="flex items-end gap-2">
      <legend className="sr-only">{t('lineNumber', { number: index + 1 })}</legend>
      <div className="grid min-w-0 flex-1 grid-cols-2 items-end gap-2 md:grid-cols-[minmax(8rem,1.5fr)_5.5rem_repeat(3,minmax(4rem,1fr))_minmax(6.75rem,1fr)]">
        <Field label={t('part')} error={error(`/lines/${index}/kind`)}>
          {(control) => (
            <Select
              {...control}
              value={line.kind}
              onChange={({ currentTarget: { value } }) =>
                onChange({ kind: lineKinds.find((kind) => kind === value) ?? line.kind, value: '' })
              }
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(kind === 'rest' && count === 1 ? 'kinds.whole' : `kinds.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {line.kind === 'rest' ? (
          <span className="max-md:hidden" />
        ) : (
          <Field label={valueLabel} error={error(`/lines/${index}/value`)} required>
            {(control) => <AmountInput {...control} value={line.value} onChange={(value) => onChange({ value })} />}
          </Field>
        )}
        {delays.map((name) => (
          <Field key={name} label={t(name)} error={error(`/lines/${index}/${name}`)}>
            {(control) => (
              <Input
                {...control}
                value={line[name]}
                inputMode="numeric"
                placeholder={name === 'months' || name === 'days' ? '0' : '–'}
                className="text-end"
                onChange={(event) => onChange({ [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {count > 1 ? (
        <Button look="quiet" size="icon" aria-label={t('removeLine', { number: index + 1 })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      ) : null}
    </fieldset>
  );
}
