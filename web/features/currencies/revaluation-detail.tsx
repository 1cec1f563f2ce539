'use client';
import { getRevaluation, type revaluation, revaluationFile, undoRevaluation } from '@atlas/accounting/contract';
import { Button, Card, Confirm } from '@atlas/ui';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { Facts } from '../record/facts.tsx';
import { RecordState } from '../record/record-state.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { RevaluationEntries } from './revaluation-entries.tsx';
import { RevaluationTable } from './revaluation-table.tsx';

type Revaluation = z.output<typeof revaluation>;

/** A revaluation with its rows and entries. */
export function RevaluationDetail({ id }: { id: string }) {
  const query = useRead(getRevaluation, { id });
  return <RecordState query={query}>{(record) => <RevaluationPage record={record} />}</RecordState>;
}

function RevaluationPage({ record }: { record: Revaluation }) {
  const t = useTranslations('revaluations');
  const { date, money } = useFormats();
  return (
    <>
      <PageHeader title={t('of', { date: date(record.date) })} trail={[{ label: t('plural'), path: '/revaluations' }]}>
        <ExportMenu report={revaluationFile} terms={{ revaluationId: record.id }} />
        <UndoButton record={record} />
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 lg:grid-cols-[1fr_22rem]">
        <Card className="overflow-x-auto p-4">
          <RevaluationTable rows={record.rows} />
        </Card>
        <Card className="p-4">
          <h2 className="mb-3 font-semibold">{t('details')}</h2>
          <Facts
            facts={[
              [t('status'), t(`statuses.${record.status}`)],
              [t('reversal'), t(`reversals.${record.reversal}`)],
              [t('difference'), money(record.difference)],
            ]}
          />
          <h2 className="mt-4 mb-2 font-semibold">{t('entries')}</h2>
          <RevaluationEntries id={record.id} entryIds={record.entryIds} />
        </Card>
      </div>
    </>
  );
}

function UndoButton({ record }: { record: Revaluation }) {
  const t = useTranslations('revaluations');
  const may = useMay();
  const words = useProblemWords();
  const [asking, setAsking] = useState(false);
  const undo = useCommand(undoRevaluation, ['accounting.']);
  if (record.status === 'undone' || !may(undoRevaluation)) return null;
  const confirm = () =>
    undo
      .mutateAsync({ id: record.id })
      .then(
        () => notify('success', t('undoneNotice')),
        (error: Error) => notify('error', words(error).title),
      )
      .finally(() => setAsking(false));
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Undo2 aria-hidden /> {t('undo')}
      </Button>
      <Confirm
        open={asking}
        title={t('undoTitle')}
        description={t('undoAbout')}
        confirmLabel={t('undo')}
        cancelLabel={t('cancel')}
        busy={undo.isPending}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
