'use client';
import { deleteJournalTemplate, listJournalTemplates, useJournalTemplate as useRoute } from '@atlas/accounting/contract';
import { Button, EmptyState } from '@atlas/ui';
import { LayoutTemplate, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';

import { useMay } from '../session/may.ts';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { PartState } from '../settings/part-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { JournalTabs } from './journal-tabs.tsx';
import { type Template, UseTemplateDialog } from './use-template-dialog.tsx';

/** Shapes of journals, to be used again. */
export function TemplateList() {
  const t = useTranslations('journals');
  const templates = useRead(listJournalTemplates, { limit: 200 });
  const remove = useCommand(deleteJournalTemplate, ['accounting.journal_template']);
  const [using, setUsing] = useState<Template | null>(null);
  const [deleting, setDeleting] = useState<Template | null>(null);
  return (
    <>
      <JournalTabs />
      <PageHeader title={t('tabs.templates')}>
        <Button asChild look="primary">
          <Link href="/journals/new">{t('new')}</Link>
        </Button>
      </PageHeader>
      <div className="p-3 sm:p-4">
        <PartState query={templates} rows={3}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={LayoutTemplate} title={t('noTemplates')} description={t('noTemplatesAbout')} />
            ) : (
              <ul className="divide-y rounded-lg border bg-surface">
                {items.map((template) => (
                  <TemplateRow
                    key={template.id}
                    template={template}
                    onUse={() => setUsing(template)}
                    onDelete={() => setDeleting(template)}
                  />
                ))}
              </ul>
            )
          }
        </PartState>
      </div>
      {using ? <UseTemplateDialog template={using} onClose={() => setUsing(null)} /> : null}
      <ConfirmDeed
        subject={deleting}
        title={({ name }) => t('deleteTemplate', { name })}
        about={t('deleteTemplateAbout')}
        label={t('delete')}
        deed={({ id }) => remove.mutateAsync({ id })}
        done={() => t('deleted')}
        onClose={() => setDeleting(null)}
      />
    </>
  );
}

type RowProps = { template: Template; onUse: () => void; onDelete: () => void };

function TemplateRow({ template, onUse, onDelete }: RowProps) {
  const t = useTranslations('journals');
  const may = useMay();
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-2">
      <div className="min-w-48 flex-1">
        <p className="font-medium">{template.name}</p>
        <p className="text-ink-muted text-xs">{t('lineCount', { count: template.lines.length })}</p>
      </div>
      {may(useRoute) ? <Button onClick={onUse}>{t('use')}</Button> : null}
      {may(deleteJournalTemplate) ? (
        <Button look="quiet" size="icon" aria-label={t('deleteTemplate', { name: template.name })} onClick={onDelete}>
          <Trash2 aria-hidden />
        </Button>
      ) : null}
    </li>
  );
}
