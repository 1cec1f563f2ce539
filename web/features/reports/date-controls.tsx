'use client';
import { type BusinessDate, isBusinessDate } from '@atlas/kernel';
import { Field, Select } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { presetNames, presetOf, type Range } from './presets.ts';
import type { ReportDates } from './report-dates.ts';

type DayFieldProps = { label: string; value: BusinessDate; problem?: string | undefined; onChange: (day: BusinessDate) => void };

/** A day, typed freely. What is no day stays as typed and says so; the report keeps its last good day. */
function DayField({ label, value, problem, onChange }: DayFieldProps) {
  const t = useTranslations('reports');
  const [refused, setRefused] = useState<string | null>(null);
  const settle = (day: string | null) => {
    const good = day !== null && isBusinessDate(day);
    setRefused(day === null || good ? null : day);
    if (good && day !== value) onChange(day);
  };
  return (
    <Field label={label} error={refused === null ? problem : t('badDate')} className="w-36">
      {(control) => <DateInput {...control} value={refused ?? value} onChange={settle} />}
    </Field>
  );
}

type PresetSelectProps = {
  value: string;
  names: readonly (typeof presetNames)[number][] | null;
  today?: boolean;
  onChoose: (name: string) => void;
};

function PresetSelect({ value, names, today: offersToday = false, onChoose }: PresetSelectProps) {
  const t = useTranslations('reports');
  return (
    <Field label={t('period')} className="w-36">
      {(control) => (
        <Select {...control} value={value} disabled={names === null} onChange={(event) => onChoose(event.currentTarget.value)}>
          {value === 'own' ? <option value="own">{t('presets.own')}</option> : null}
          {offersToday ? <option value="today">{t('presets.today')}</option> : null}
          {(names ?? []).map((name) => (
            <option key={name} value={name}>
              {t(`presets.${name}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The day of a report: typed, or the end of a preset. */
export function AsOfControls({ value, set, presets }: ReportDates<BusinessDate>) {
  const t = useTranslations('reports');
  const day = value ?? today();
  const name = day === today() ? 'today' : (presetNames.find((each) => presets?.[each].to === day) ?? 'own');
  const choose = (chosen: string) => {
    const preset = presetNames.find((each) => each === chosen);
    if (chosen === 'today') set(today());
    else if (preset && presets) set(presets[preset].to);
  };
  return (
    <>
      <DayField label={t('asOf')} value={day} onChange={set} />
      <PresetSelect value={name} names={presets && presetNames} today onChoose={choose} />
    </>
  );
}

/** The days of a report: typed, or a preset. */
export function RangeControls({ value, set, presets }: ReportDates<Range>) {
  const t = useTranslations('reports');
  const [backwards, setBackwards] = useState<Range | null>(null);
  const shown = backwards ?? value ?? { from: today(), to: today() };
  const change = (range: Range) => {
    const wrong = range.from > range.to;
    setBackwards(wrong ? range : null);
    if (!wrong) set(range);
  };
  const name = backwards === null && value && presets ? (presetOf(value, presets) ?? 'own') : 'own';
  const choose = (chosen: string) => {
    const preset = presetNames.find((each) => each === chosen);
    if (preset && presets) change(presets[preset]);
  };
  return (
    <>
      <DayField
        label={t('from')}
        value={shown.from}
        problem={backwards ? t('backwards') : undefined}
        onChange={(from) => change({ ...shown, from })}
      />
      <DayField label={t('to')} value={shown.to} onChange={(to) => change({ ...shown, to })} />
      <PresetSelect value={name} names={presets && presetNames} onChoose={choose} />
    </>
  );
}
