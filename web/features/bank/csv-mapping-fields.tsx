'use client';
import type { csvMapping } from '@atlas/treasury/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { delimiters } from './csv-sample.ts';

export type Mapping = z.output<typeof csvMapping>;

export const freshMapping: Mapping = {
  delimiter: ';',
  headerLines: 1,
  dateFormat: 'DD.MM.YYYY',
  decimalMark: 'comma',
  bookingDate: 1,
  valueDate: null,
  amount: 2,
  mark: null,
  debitMarks: [],
  debit: null,
  credit: null,
  balance: null,
  currency: null,
  text: [],
  counterpartyName: null,
  counterpartyAccount: null,
  reference: null,
  bankReference: null,
};

const dateFormats = [
  'YYYY-MM-DD',
  'DD.MM.YYYY',
  'DD.MM.YY',
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'MM/DD/YYYY',
  'M/D/YYYY',
  'YYYYMMDD',
  'YYYY/MM/DD',
  'DD-MMM-YYYY',
  'DD MMM YYYY',
] as const;
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

const optional = [
  ['valueDate', 'valueDate'],
  ['amount', 'signedAmount'],
  ['mark', 'mark'],
  ['debit', 'debit'],
  ['credit', 'credit'],
  ['balance', 'balanceAfter'],
  ['counterpartyName', 'counterpartyName'],
  ['counterpartyAccount', 'counterpartyAccount'],
  ['reference', 'reference'],
] as const;

type FieldsProps = { mapping: Mapping; headings: readonly string[]; onChange: (change: Partial<Mapping>) => void };

/** How the file is written, and which column holds what. */
export function CsvMappingFields({ mapping, headings, onChange }: FieldsProps) {
  const t = useTranslations('bank');
  const columns = { headings, onChange };
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Field label={t('delimiter')}>
        {(control) => (
          <Select
            {...control}
            value={mapping.delimiter}
            onChange={({ currentTarget }) => onChange({ delimiter: currentTarget.value as Mapping['delimiter'] })}
          >
            {delimiters.map((each) => (
              <option key={each} value={each}>
                {t(delimiterNames[each])}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('headerLines')}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={100}
            value={mapping.headerLines}
            onChange={({ currentTarget }) => onChange({ headerLines: Number(currentTarget.value) })}
          />
        )}
      </Field>
      <Field label={t('dateFormat')}>
        {(control) => (
          <Select
            {...control}
            value={mapping.dateFormat}
            onChange={({ currentTarget }) => onChange({ dateFormat: currentTarget.value })}
          >
            {[...new Set([...dateFormats, mapping.dateFormat])].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('decimalMark')}>
        {(control) => (
          <Select
            {...control}
            value={mapping.decimalMark}
            onChange={({ currentTarget }) => onChange({ decimalMark: currentTarget.value as Mapping['decimalMark'] })}
          >
            <option value="point">{t('point')}</option>
            <option value="comma">{t('comma')}</option>
          </Select>
        )}
      </Field>
      <ColumnField
        {...columns}
        label={t('bookingDate')}
        value={mapping.bookingDate}
        onColumn={(bookingDate) => onChange({ bookingDate: bookingDate ?? 1 })}
      />
      {optional.map(([name, label]) => (
        <ColumnField
          key={name}
          {...columns}
          label={t(label)}
          value={mapping[name]}
          onColumn={(column) => onChange({ [name]: column })}
        />
      ))}
      <ColumnField
        {...columns}
        label={t('textColumn')}
        value={mapping.text[0] ?? null}
        onColumn={(column) => onChange({ text: column === null ? [] : [column, ...mapping.text.slice(1)] })}
      />
      {mapping.mark === null ? null : (
        <Field label={t('debitMarks')}>
          {(control) => (
            <Input
              {...control}
              value={mapping.debitMarks.join(', ')}
              onChange={({ currentTarget }) =>
                onChange({
                  debitMarks: currentTarget.value
                    .split(',')
                    .map((each) => each.trim())
                    .filter(Boolean),
                })
              }
            />
          )}
        </Field>
      )}
    </div>
  );
}

type ColumnFieldProps = {
  label: string;
  headings: readonly string[];
  value: number | null;
  onColumn: (column: number | null) => void;
};

function ColumnField({ label, headings, value, onColumn }: ColumnFieldProps) {
  const t = useTranslations('bank');
  const count = Math.max(headings.length, value ?? 0, 1);
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={({ currentTarget }) => onColumn(currentTarget.value === '' ? null : Number(currentTarget.value))}
        >
          <option value="">{t('none')}</option>
          {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
            <option key={number} value={number}>
              {headings[number - 1] ? t('columnNamed', { number, name: headings[number - 1] ?? '' }) : t('column', { number })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
