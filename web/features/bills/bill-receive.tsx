'use client';
import { checkEInvoice, mostXmlCharacters } from '@atlas/einvoicing/contract';
import { FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { api } from '@/lib/api.ts';
import type { Checked } from '../e-invoices/checked.ts';
import { ViolationList } from '../e-invoices/violation-list.tsx';
import { xmlText } from '../e-invoices/xml-text.ts';
import { DropZone, FileButton } from '../imports/drop-zone.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { ReceivedForm } from './received-form.tsx';
import { isPdf, xmlInPdf } from './xml-in-pdf.ts';

type Received = { file: File; xml: string; checked: Checked };
type Wrong = 'tooLarge' | 'noXml';

/** The electronic invoice in a file: its text, or what a PDF carries. */
async function xmlOf(file: File): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return isPdf(file) ? xmlInPdf(bytes) : xmlText(bytes);
}

/** Where an electronic invoice of a supplier is dropped: it becomes a draft, or the rules that it breaks are told. */
export function BillReceive() {
  const t = useTranslations('bills');
  const eInvoices = useTranslations('eInvoices');
  const action = useAction();
  const [received, setReceived] = useState<Received | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const read = async ([file]: readonly File[]) => {
    if (!file) return;
    setReceived(null);
    setWrong(null);
    await action.run(async () => {
      if (file.size > mostXmlCharacters) return setWrong('tooLarge');
      const xml = await xmlOf(file);
      if (xml === null) return setWrong('noXml');
      setReceived({ file, xml, checked: await api.call(checkEInvoice, { xml }) });
    });
  };
  return (
    <>
      <PageHeader title={t('receive')} trail={[{ label: t('plural'), path: '/bills' }]} />
      <div className="flex flex-col gap-4 p-3 sm:p-4">
        <DropZone
          onFiles={(files) => void read(files)}
          className={`flex flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed bg-surface p-6 text-center ${received ? '' : 'min-h-72'}`}
        >
          {received ? null : <FileCheck2 className="size-10 text-ink-muted" strokeWidth={1.25} aria-hidden />}
          <h2 className="font-semibold text-base">{received ? received.file.name : eInvoices('dropTitle')}</h2>
          {received ? null : <p className="max-w-lg text-ink-muted">{t('receiveAbout')}</p>}
          <FileButton
            primary
            label={eInvoices('choose')}
            busy={action.busy}
            accept=".xml,.pdf,application/xml,text/xml,application/pdf"
            onFiles={(files) => void read(files)}
          />
          <p role="status" className="min-h-5 text-ink-muted">
            {action.busy ? eInvoices('checking') : null}
          </p>
          {wrong ? (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
              {wrong === 'noXml' ? t('noXml') : eInvoices('tooLarge')}
            </p>
          ) : null}
          <Refusal error={action.error} />
        </DropZone>
        {received ? <Outcome {...received} /> : null}
      </div>
    </>
  );
}

function Outcome({ file, xml, checked }: Received) {
  const t = useTranslations('bills');
  return (
    <>
      {checked.isAcceptable ? (
        <ReceivedForm file={file} xml={xml} checked={checked} />
      ) : (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {t('notEntered')}
        </p>
      )}
      {checked.violations.length > 0 ? <ViolationList violations={checked.violations} /> : null}
    </>
  );
}
