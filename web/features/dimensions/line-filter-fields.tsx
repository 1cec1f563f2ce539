'use client';
import { listDimensions, listDimensionValues } from '@atlas/accounting/contract';
import { Field } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useLineFilter } from '../reports/line-filter.ts';
import { useMay } from '../session/may.ts';
import { useDimensions, useDimensionValues } from './use-dimensions.ts';
import { ValuePicker } from './value-picker.tsx';
import type { Dimension } from './value-tree.ts';

type LineFilterFieldsProps = {
  /** Of a report that knows one dimension only, or none: what names none of it cannot be asked for there. */
  only?: string | null;
  /** Of a report of open items or taxes, which belong to whole documents: says how these are counted. */
  ofDocuments?: boolean;
};

/** A field for each dimension: only what names a value, or none. Nothing where there are no dimensions. */
export function LineFilterFields({ only, ofDocuments = false }: LineFilterFieldsProps) {
  const t = useTranslations('dimensions');
  const may = useMay();
  const allowed = may(listDimensions) && may(listDimensionValues);
  const { data } = useDimensions(allowed);
  const offered = data?.items.filter(({ id }) => only === undefined || id === only);
  if (!offered || offered.length === 0) return null;
  return (
    <>
      {offered.map((dimension) => (
        <FilterField key={dimension.id} dimension={dimension} hasNone={only === undefined} />
      ))}
      {ofDocuments ? <p className="basis-full text-ink-muted text-xs">{t('wholeDocuments')}</p> : null}
    </>
  );
}

function FilterField({ dimension: { id, name }, hasNone }: { dimension: Dimension; hasNone: boolean }) {
  const t = useTranslations('dimensions');
  const [{ dimensions, without }, set] = useLineFilter();
  const values = useDimensionValues(id);
  const own = new Set((values.data ?? []).map((value) => value.id));
  const chosen = without.includes(id) ? id : (dimensions.find((each) => own.has(each)) ?? null);
  const pick = (picked: string | null) =>
    set({
      dimensions: [...dimensions.filter((each) => !own.has(each)), ...(picked !== null && picked !== id ? [picked] : [])],
      without: [...without.filter((each) => each !== id), ...(picked === id ? [id] : [])],
    });
  return (
    <Field label={name} className="w-44">
      {(control) => (
        <ValuePicker
          {...control}
          dimensionId={id}
          chosen={chosen}
          {...(hasNone ? { extra: { value: id, label: t('without', { name }) } } : {})}
          placeholder={t('any')}
          onPick={pick}
        />
      )}
    </Field>
  );
}
