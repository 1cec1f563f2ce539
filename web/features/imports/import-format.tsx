'use client';
import { dateOrder, decimalMark, type importRun, updateImport } from '@atlas/imports/contract';
import { Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';

type Run = z.output<typeof importRun>;

/** How numbers and dates are written in the files: what no program can know for sure. */
export function ImportFormat({ run, editable }: { run: Run; editable: boolean }) {
  const t = useTranslations('imports');
  const update = useCommand(updateImport, ['imports.']);
  const change = (field: { decimalMark?: Run['decimalMark']; dateOrder?: Run['dateOrder'] }) =>
    update.mutate({ id: run.id, version: run.version, ...field });
  return (
    <fieldset className="flex flex-wrap gap-3" disabled={!editable || update.isPending}>
      <legend className="sr-only">{t('format')}</legend>
      <Field label={t('decimalMark')} className="w-36">
        {(control) => (
          <Select
            {...control}
            value={run.decimalMark}
            onChange={(event) => change({ decimalMark: decimalMark.parse(event.currentTarget.value) })}
          >
            {decimalMark.options.map((each) => (
              <option key={each} value={each}>
                {t(`decimalMarks.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('dateOrder')} className="w-36">
        {(control) => (
          <Select
            {...control}
            value={run.dateOrder}
            onChange={(event) => change({ dateOrder: dateOrder.parse(event.currentTarget.value) })}
          >
            {dateOrder.options.map((each) => (
              <option key={each} value={each}>
                {t(`dateOrders.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </fieldset>
  );
}
