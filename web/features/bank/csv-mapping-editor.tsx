'use client';
import { getBankAccount, previewCsv, updateBankAccount } from '@atlas/treasury/contract';
import { Button, Card } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { FileButton } from '../imports/drop-zone.tsx';
import { RecordState } from '../record/record-state.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import type { BankAccount } from './bank-account-form.tsx';
import { CsvMappingFields, freshMapping, type Mapping } from './csv-mapping-fields.tsx';
import { CsvPreview } from './csv-preview.tsx';
import { delimiterOf, headingsOf, headOf } from './csv-sample.ts';

/** Says how the bank of an account writes its CSV files. */
export function CsvMappingEditor({ id }: { id: string }) {
  const query = useRead(getBankAccount, { id });
  return <RecordState query={query}>{(account) => <Editor account={account} />}</RecordState>;
}

function Editor({ account }: { account: BankAccount }) {
  const t = useTranslations('bank');
  const [mapping, setMapping] = useState<Mapping>(account.csvMapping ?? freshMapping);
  const [head, setHead] = useState('');
  const update = useCommand(updateBankAccount, ['treasury.']);
  const preview = useCommand(previewCsv, []);
  const take = async ([file]: File[]) => {
    if (!file) return;
    const text = await headOf(file);
    setHead(text);
    setMapping((before) => ({ ...before, delimiter: delimiterOf(text) }));
  };
  const save = () =>
    update.mutate(
      { id: account.id, version: account.version, csvMapping: mapping },
      { onSuccess: () => notify('success', t('mappingSaved')) },
    );
  return (
    <>
      <PageHeader
        title={t('csvTitle')}
        trail={[
          { label: t('plural'), path: '/bank-accounts' },
          { label: account.name, path: `/bank-accounts/${account.id}` },
        ]}
      >
        <Button look="primary" busy={update.isPending} onClick={save}>
          {t('saveMapping')}
        </Button>
      </PageHeader>
      <div className="flex flex-col gap-4 p-3 sm:p-4">
        <Card className="flex flex-col gap-3 p-4">
          <p className="max-w-3xl text-ink-muted">{t('csvAbout')}</p>
          <div className="flex gap-2">
            <FileButton label={t('chooseSample')} busy={false} onFiles={(files) => void take(files)} />
            <Button disabled={head === ''} busy={preview.isPending} onClick={() => preview.mutate({ head, mapping })}>
              {t('preview')}
            </Button>
          </div>
          <CsvMappingFields
            mapping={mapping}
            headings={head === '' ? [] : headingsOf(head, mapping.delimiter, mapping.headerLines)}
            onChange={(change) => setMapping((before) => ({ ...before, ...change }))}
          />
          <Refusal error={update.error ?? preview.error} />
        </Card>
        {preview.data ? <CsvPreview lines={preview.data.items} /> : null}
      </div>
    </>
  );
}
