'use client';
import { listProductCategories, listProducts, updateProduct } from '@atlas/catalog/contract';
import { Badge } from '@atlas/ui';
import { Package } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter, RowOf } from '../list/list-types.ts';
import { useArchiving } from '../list/use-archiving.tsx';
import { useSession } from '../session/session.tsx';

type Row = RowOf<typeof listProducts>;

function useColumns(): readonly Column<Row>[] {
  const t = useTranslations('products');
  const { price } = useFormats();
  const { baseCurrency } = useSession().company;
  return useMemo(
    () => [
      { key: 'code', label: t('code'), width: 90, sort: 'code', fixed: true, cell: (row) => row.code, text: (row) => row.code },
      {
        key: 'name',
        label: t('name'),
        width: 110,
        grow: 3,
        sort: 'name',
        fixed: true,
        text: (row) => row.name,
        cell: (row) => (
          <>
            {row.name} {row.archivedAt ? <Badge>{t('archived')}</Badge> : null}
          </>
        ),
      },
      {
        key: 'category',
        label: t('category'),
        width: 140,
        grow: 1,
        wide: true,
        cell: (row) => row.category,
        text: (row) => row.category ?? '',
      },
      {
        key: 'packaging',
        label: t('packaging'),
        width: 160,
        grow: 1,
        wide: true,
        cell: (row) => row.packaging,
        text: (row) => row.packaging ?? '',
      },
      { key: 'unit', label: t('unit'), width: 80, wide: true, cell: (row) => row.unit, text: (row) => row.unit ?? '' },
      {
        key: 'salesPrice',
        label: t('priceIn', { currency: baseCurrency }),
        width: 120,
        align: 'end',
        cell: (row) => price(row.salesPrice, baseCurrency),
        text: (row) => row.salesPrice,
      },
    ],
    [t, price, baseCurrency],
  );
}

/** Products and services. */
export function ProductList() {
  const t = useTranslations('products');
  const columns = useColumns();
  const categories = useRead(listProductCategories, { limit: 200 });
  const filters = useMemo<Filter[]>(
    () => [
      {
        name: 'categoryId',
        label: t('category'),
        kind: 'choice',
        options: (categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        name: 'archived',
        label: t('state'),
        kind: 'choice',
        options: [
          { value: 'false', label: t('active') },
          { value: 'true', label: t('archived') },
        ],
      },
    ],
    [t, categories.data],
  );
  const bulk = useArchiving(updateProduct, ['catalog.']);
  return (
    <ListScreen
      name="products"
      title={t('plural')}
      icon={Package}
      route={listProducts}
      columns={columns}
      filters={filters}
      defaultSort="name"
      pathOf={(row) => `/products/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyDetail') }}
      create={{ path: '/products/new', label: t('new') }}
      importPath="/imports/new"
      bulk={bulk}
    />
  );
}
