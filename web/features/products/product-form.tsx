'use client';
import {
  createProduct,
  getProduct,
  listProductCategories,
  listTaxCodes,
  listUnits,
  updateProduct,
} from '@atlas/catalog/contract';
import { exponentOf } from '@atlas/kernel';
import { Field, type FieldControl, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api, useCommand, useRead } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useSession } from '../session/session.tsx';

export type Product = z.output<typeof getProduct.output>;
type Values = Omit<Product, 'id' | 'version' | 'archivedAt'>;

const valuesOf = ({ id: _id, version: _version, archivedAt: _archived, ...values }: Product): Values => values;

const fresh: Values = {
  code: '',
  name: '',
  packaging: null,
  categoryId: null,
  unitId: null,
  taxCodeId: null,
  salesPrice: '0',
};

/** Creates a product or service, or changes one. */
export function ProductForm({ product }: { product?: Product }) {
  const t = useTranslations('products');
  const go = useGo();
  const { baseCurrency } = useSession().company;
  const create = useCommand(createProduct, ['catalog.']);
  const update = useCommand(updateProduct, ['catalog.']);
  const form = useForm(createProduct.input, product ? valuesOf(product) : fresh, { unique: '/code' });

  const save = (version: number | undefined) =>
    form.onSubmit(async (input) => {
      const saved =
        product && version !== undefined
          ? await update.mutateAsync({ ...input, id: product.id, version })
          : await create.mutateAsync(input);
      setUnsaved('form', false);
      notify('success', product ? t('saved') : t('created', { name: saved.name }));
      go(`/products/${saved.id}`);
    })();

  const resolve = async (keep: 'theirs' | 'mine') => {
    if (!product) return;
    const newer = await api.call(getProduct, { id: product.id });
    if (keep === 'theirs') form.reset(valuesOf(newer));
    else save(newer.version);
  };

  return (
    <FormFrame
      title={product ? product.name : t('new')}
      trail={[
        { label: t('plural'), path: '/products' },
        ...(product ? [{ label: product.code, path: `/products/${product.id}` }] : []),
      ]}
      form={form}
      onSubmit={() => save(product?.version)}
      backPath={product ? `/products/${product.id}` : '/products'}
      onConflict={(keep) => void resolve(keep)}
    >
      <div className="mx-auto w-full max-w-3xl p-3 sm:p-4">
        <FormSection title={t('details')}>
          <div className="grid gap-3 sm:grid-cols-4">
            <Field label={t('code')} error={form.error('/code')} required>
              {(control) => <Input {...control} {...form.text('code')} autoFocus={!product} />}
            </Field>
            <Field label={t('name')} error={form.error('/name')} required className="sm:col-span-3">
              {(control) => <Input {...control} {...form.text('name')} />}
            </Field>
            <Field
              label={t('priceIn', { currency: baseCurrency })}
              error={form.error('/salesPrice')}
              required
              className="sm:col-span-2"
            >
              {(control) => (
                <AmountInput
                  {...control}
                  least={exponentOf(baseCurrency)}
                  value={form.values.salesPrice}
                  onChange={(salesPrice) => form.set({ salesPrice })}
                />
              )}
            </Field>
            <Field label={t('taxCode')} error={form.error('/taxCodeId')} className="sm:col-span-2">
              {(control) => (
                <TermSelect
                  control={control}
                  terms={listTaxCodes}
                  value={form.values.taxCodeId}
                  onChange={(taxCodeId) => form.set({ taxCodeId })}
                />
              )}
            </Field>
            <Field label={t('category')} error={form.error('/categoryId')} className="sm:col-span-2">
              {(control) => (
                <TermSelect
                  control={control}
                  terms={listProductCategories}
                  value={form.values.categoryId}
                  onChange={(categoryId) => form.set({ categoryId })}
                />
              )}
            </Field>
            <Field label={t('unit')} error={form.error('/unitId')} className="sm:col-span-2">
              {(control) => (
                <TermSelect
                  control={control}
                  terms={listUnits}
                  value={form.values.unitId}
                  onChange={(unitId) => form.set({ unitId })}
                />
              )}
            </Field>
            <Field label={t('packaging')} error={form.error('/packaging')} className="sm:col-span-4">
              {(control) => <Input {...control} {...form.text('packaging')} />}
            </Field>
          </div>
        </FormSection>
      </div>
    </FormFrame>
  );
}

type TermSelectProps = {
  control: FieldControl;
  terms: typeof listTaxCodes | typeof listUnits | typeof listProductCategories;
  value: string | null;
  onChange: (id: string | null) => void;
};

/** A choice among the tax codes, units or categories of the workspace. */
function TermSelect({ control, terms, value, onChange }: TermSelectProps) {
  const list = useRead(terms, { limit: 200 });
  return (
    <Select {...control} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
      <option value="">–</option>
      {list.data?.items.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {code} · {name}
        </option>
      ))}
    </Select>
  );
}

/** Changes a product. */
export function ProductEdit({ id }: { id: string }) {
  const query = useRead(getProduct, { id });
  return <RecordState query={query}>{(product) => <ProductForm product={product} />}</RecordState>;
}
