'use client';
import { beginImportUpload, createImport, maxFileBytes, takeImportUpload } from '@atlas/imports/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, forgetReads } from '@/lib/api.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { sendBytes } from './send-bytes.ts';
import { useSize } from './size.ts';

export type Upload = {
  /** What happens to the file that is on its way, in words; null when none is. */
  readonly current: string | null;
  /** Why a file was not taken, in words. */
  readonly failures: readonly string[];
  /** Sends files, into a new import unless one is given. Answers the import when at least one file was taken. */
  send: (files: readonly File[], importId?: string) => Promise<{ id: string | null; failed: boolean }>;
};

/** Why a file is not taken, in words for people. */
class NotTaken extends Error {}

/** The largest files of an import may take a while to be copied and read. */
const takeMs = 120_000;

/** Sends files to an import one after the other; one that is refused does not hold up the rest. */
export function useUpload(): Upload {
  const t = useTranslations('imports');
  const words = useProblemWords();
  const size = useSize();
  const client = useQueryClient();
  const [current, setCurrent] = useState<string | null>(null);
  const [failures, setFailures] = useState<readonly string[]>([]);

  async function sendFile(id: string, file: File): Promise<void> {
    const { name } = file;
    const upload = await api.call(beginImportUpload, { id, name, byteCount: file.size });
    const isSent = await sendBytes(upload, file, (percent) => setCurrent(t('sending', { name, percent })));
    if (!isSent) throw new NotTaken(t('notSent'));
    setCurrent(t('uploading', { name }));
    await api.call(takeImportUpload, { id, uploadId: upload.id }, { timeoutMs: takeMs });
  }

  const send: Upload['send'] = async (files, importId) => {
    const failed: string[] = [];
    let id = importId ?? null;
    let taken = 0;
    for (const file of files) {
      setCurrent(t('sending', { name: file.name, percent: 0 }));
      try {
        if (file.size > maxFileBytes) throw new NotTaken(t('tooLarge', { size: size(maxFileBytes) }));
        if (file.size === 0) throw new NotTaken(t('empty'));
        id ??= (await api.call(createImport, {})).id;
        await sendFile(id, file);
        taken++;
      } catch (error) {
        const reason = error instanceof NotTaken ? error.message : words(error).detail;
        failed.push(t('uploadFailed', { name: file.name, reason }));
      }
      setFailures([...failed]);
    }
    setCurrent(null);
    await forgetReads(client, ['imports.']);
    return { id: taken > 0 ? id : null, failed: failed.length > 0 };
  };
  return { current, failures, send };
}
