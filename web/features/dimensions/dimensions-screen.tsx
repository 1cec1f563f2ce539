'use client';
import { createDimension } from '@atlas/accounting/contract';
import { Button, EmptyState } from '@atlas/ui';
import { FileUp, Plus, Tags } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../session/may.ts';
import { PartState } from '../settings/part-state.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { DimensionCard } from './dimension-card.tsx';
import { DimensionDialog } from './dimension-dialog.tsx';
import { useDimensions } from './use-dimensions.ts';
import type { Dimension } from './value-tree.ts';

/** What amounts are told apart by, beside their accounts. */
export function DimensionsScreen() {
  const t = useTranslations('dimensions');
  const may = useMay();
  const dimensions = useDimensions();
  const [edited, setEdited] = useState<Dimension | 'new' | null>(null);
  const manages = may(createDimension);
  const actions = manages ? (
    <>
      <Button asChild look="quiet">
        <Link href="/imports/new">
          <FileUp aria-hidden /> <span className="max-sm:sr-only">{t('import')}</span>
        </Link>
      </Button>
      <Button look="primary" onClick={() => setEdited('new')}>
        <Plus aria-hidden /> {t('new')}
      </Button>
    </>
  ) : null;
  return (
    <SettingsPage section="dimensions" actions={actions}>
      <PartState query={dimensions} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="rounded-lg border bg-surface">
              <EmptyState icon={Tags} title={t('emptyTitle')} description={t('emptyAbout')} />
            </div>
          ) : (
            items.map((each) => <DimensionCard key={each.id} dimension={each} onEdit={manages ? () => setEdited(each) : null} />)
          )
        }
      </PartState>
      {edited ? <DimensionDialog dimension={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </SettingsPage>
  );
}
