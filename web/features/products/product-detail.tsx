'use client';
import { getProduct, listProductCategories, listTaxCodes, listUnits, updateProduct } from '@atlas/catalog/contract';
import { Badge, Button, Card } from '@atlas/ui';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { Facts } from '../record/facts.tsx';
import { HistoryCard } from '../record/history.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import type { Product } from './product-form.tsx';

/** A product or service: what is known of it, and its history. */
export function ProductDetail({ id }: { id: string }) {
  const query = useRead(getProduct, { id });
  return <RecordState query={query}>{(product) => <ProductPage product={product} />}</RecordState>;
}

function ProductPage({ product }: { product: Product }) {
  const t = useTranslations('products');
  const record = useTranslations('record');
  const words = useProblemWords();
  const may = useMay();
  const update = useCommand(updateProduct, ['catalog.']);
  const archived = product.archivedAt !== null;
  const toggle = () =>
    update.mutate(
      { id: product.id, version: product.version, archived: !archived },
      {
        onSuccess: () => notify('success', t(archived ? 'restoredNotice' : 'archivedNotice')),
        onError: (error) => notify('error', words(error).title, { description: words(error).detail }),
      },
    );
  return (
    <>
      <PageHeader
        title={product.name}
        trail={[{ label: t('plural'), path: '/products' }]}
        badge={archived ? <Badge>{t('archived')}</Badge> : undefined}
      >
        {may(updateProduct) ? (
          <>
            <Button look="quiet" busy={update.isPending} onClick={toggle}>
              {archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
              <span className="max-sm:sr-only">{t(archived ? 'restore' : 'archive')}</span>
            </Button>
            <Button asChild look="primary">
              <Link href={`/products/${product.id}/edit`}>
                <Pencil aria-hidden /> {record('edit')}
              </Link>
            </Button>
          </>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 lg:grid-cols-[1fr_20rem]">
        <ProductFacts product={product} />
        <HistoryCard subjectId={product.id} />
      </div>
    </>
  );
}

function ProductFacts({ product }: { product: Product }) {
  const t = useTranslations('products');
  const { price, percent } = useFormats();
  const { baseCurrency } = useSession().company;
  const categories = useRead(listProductCategories, { limit: 200 });
  const units = useRead(listUnits, { limit: 200 });
  const taxes = useRead(listTaxCodes, { limit: 200 });
  const tax = taxes.data?.items.find(({ id }) => id === product.taxCodeId);
  return (
    <Card className="p-4">
      <h2 className="mb-3 font-semibold">{t('details')}</h2>
      <Facts
        facts={[
          [t('code'), product.code],
          [t('priceIn', { currency: baseCurrency }), price(product.salesPrice, baseCurrency)],
          [t('taxCode'), tax ? `${tax.name} (${percent(tax.rate)})` : null],
          [t('category'), categories.data?.items.find(({ id }) => id === product.categoryId)?.name ?? null],
          [t('unit'), units.data?.items.find(({ id }) => id === product.unitId)?.name ?? null],
          [t('packaging'), product.packaging],
        ]}
      />
    </Card>
  );
}
