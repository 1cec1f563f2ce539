'use client';
import { Badge, Button } from '@atlas/ui';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { useDimensionValues } from './use-dimensions.ts';
import { ValueDialog } from './value-dialog.tsx';
import { type Dimension, type DimensionValue, stepsOf } from './value-tree.ts';

/** A dimension with its values as a tree. @param onEdit null for who may only look */
export function DimensionCard({ dimension, onEdit }: { dimension: Dimension; onEdit: (() => void) | null }) {
  const t = useTranslations('dimensions');
  const values = useDimensionValues(dimension.id);
  const [edited, setEdited] = useState<DimensionValue | 'new' | null>(null);
  const actions = onEdit ? (
    <>
      <Button look="quiet" aria-label={t('edit', { label: dimension.name })} onClick={onEdit}>
        <Pencil aria-hidden />
      </Button>
      <Button aria-label={t('addTo', { name: dimension.name })} disabled={!values.data} onClick={() => setEdited('new')}>
        <Plus aria-hidden /> {t('newValue')}
      </Button>
    </>
  ) : null;
  return (
    <SettingsCard
      title={`${dimension.code} ${dimension.name}`}
      {...(dimension.archivedAt ? { description: t('archived') } : {})}
      actions={actions}
    >
      <PartState query={values} rows={3}>
        {(all) => (
          <>
            {all.length === 0 ? <p className="text-ink-muted">{t('noValues')}</p> : null}
            <ul aria-label={t('valuesOf', { name: dimension.name })} className="flex flex-col">
              {stepsOf(all).map(({ value, depth }) => (
                <li
                  key={value.id}
                  className="flex h-8 items-center gap-2 hover:bg-hover"
                  style={{ paddingInlineStart: `${depth * 1.25}rem` }}
                >
                  <span className="min-w-16 text-ink-muted tabular-nums">{value.code}</span>
                  <span className="min-w-0 flex-1 truncate">{value.name}</span>
                  {value.archivedAt ? <Badge>{t('archived')}</Badge> : null}
                  {onEdit ? (
                    <Button
                      size="small"
                      look="quiet"
                      aria-label={t('edit', { label: `${value.code} ${value.name}` })}
                      onClick={() => setEdited(value)}
                    >
                      <Pencil aria-hidden />
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            {edited ? (
              <ValueDialog
                dimension={dimension}
                values={all}
                value={edited === 'new' ? null : edited}
                onClose={() => setEdited(null)}
              />
            ) : null}
          </>
        )}
      </PartState>
    </SettingsCard>
  );
}
