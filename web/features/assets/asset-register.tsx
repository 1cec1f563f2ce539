'use client';
import { assetRegisterFile, createAsset, listAssets, readAssetRegister, startRun } from '@atlas/assets/contract';
import { Button, Card, EmptyState, Field } from '@atlas/ui';
import { Boxes, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { RecordState } from '../record/record-state.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { RegisterTable } from './register-table.tsx';
import { RunDialog } from './run-dialog.tsx';

/** All assets as of a day with their totals, and the drafts that are not in the books yet. */
export function AssetRegister() {
  const t = useTranslations('assets');
  const may = useMay();
  const [asOf, setAsOf] = useState<string>(today());
  const [running, setRunning] = useState(false);
  const register = useRead(readAssetRegister, { asOf }, { keepPrevious: true });
  const drafts = useRead(listAssets, { status: 'draft', limit: 200 });
  return (
    <RecordState query={register}>
      {({ rows, total }) => (
        <>
          <PageHeader title={t('plural')}>
            <ExportMenu report={assetRegisterFile} terms={rows.length > 0 ? { asOf } : null} />
            {may(startRun) ? <Button onClick={() => setRunning(true)}>{t('run.depreciation')}</Button> : null}
            {may(createAsset) ? (
              <Button asChild look="primary">
                <Link href="/assets/new">
                  <Plus aria-hidden /> {t('new')}
                </Link>
              </Button>
            ) : null}
          </PageHeader>
          <div className="flex flex-col gap-4 p-3 sm:p-4">
            <Field label={t('asOf')} className="w-44">
              {(control) => <DateInput {...control} value={asOf} onChange={(day) => day && setAsOf(day)} />}
            </Field>
            {rows.length === 0 && drafts.data?.items.length === 0 ? (
              <EmptyState icon={Boxes} title={t('emptyTitle')} description={t('emptyAbout')} />
            ) : null}
            {rows.length > 0 ? (
              <Card className="overflow-x-auto p-4">
                <RegisterTable label={t('register')} rows={rows} total={total} />
              </Card>
            ) : null}
            {drafts.data && drafts.data.items.length > 0 ? (
              <Card className="overflow-x-auto p-4">
                <h2 className="mb-2 font-semibold">{t('drafts')}</h2>
                <RegisterTable label={t('drafts')} rows={drafts.data.items} />
              </Card>
            ) : null}
          </div>
          {running ? <RunDialog kind="depreciation" onClose={() => setRunning(false)} /> : null}
        </>
      )}
    </RecordState>
  );
}
