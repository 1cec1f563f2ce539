'use client';
import { beginStatementUpload, getStatementImport, importStatements, maxStatementBytes } from '@atlas/treasury/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, forgetReads, useRead } from '@/lib/api.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { sendBytes } from '../imports/send-bytes.ts';
import { useSize } from '../imports/size.ts';

const pollMs = 400;
const nobody = '00000000-0000-7000-8000-000000000000';

/** Sends the file of a bank, hands it in, and watches the job that takes it in. */
export function useStatementImport(accountId: string) {
  const t = useTranslations('bank');
  const words = useProblemWords();
  const size = useSize();
  const client = useQueryClient();
  const [sending, setSending] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [importId, setImportId] = useState<string | null>(null);
  const [watching, setWatching] = useState(false);
  const read = useRead(
    getStatementImport,
    { id: importId ?? nobody },
    { enabled: importId !== null, refetchInterval: watching ? pollMs : false },
  );
  const status = read.data?.status;
  useEffect(() => {
    if (!watching || status === undefined || status === 'queued') return;
    setWatching(false);
    void forgetReads(client, ['treasury.', 'platform.job']);
  }, [watching, status, client]);

  const send = async (file: File) => {
    setFailure(null);
    setImportId(null);
    setSending(t('sending', { name: file.name }));
    try {
      if (file.size > maxStatementBytes) throw new Error(t('tooLarge', { size: size(maxStatementBytes) }));
      if (file.size === 0) throw new Error(t('emptyFile'));
      const upload = await api.call(beginStatementUpload, { id: accountId, name: file.name, byteCount: file.size });
      if (!(await sendBytes(upload, file, () => undefined))) throw new Error(t('notSent'));
      const { id } = await api.call(importStatements, { id: accountId, uploadId: upload.id });
      setImportId(id);
      setWatching(true);
    } catch (error) {
      setFailure(error instanceof Error && error.constructor === Error ? error.message : words(error).detail);
    } finally {
      setSending(null);
    }
  };
  return { sending, failure, run: importId === null ? null : (read.data ?? null), send };
}
