'use client';
import { addImportFile, createImport, maxFileBytes } from '@atlas/imports/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, forgetReads } from '@/lib/api.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { useSize } from './size.ts';

export type Upload = {
  /** The file that is on its way. */
  readonly current: string | null;
  /** Why a file was not taken, in words. */
  readonly failures: readonly string[];
  /** Sends files, into a new import unless one is given. Answers the import when at least one file was taken. */
  send: (files: readonly File[], importId?: string) => Promise<{ id: string | null; failed: boolean }>;
};

/** Sends files to an import one after the other; one that is refused does not hold up the rest. */
export function useUpload(): Upload {
  const t = useTranslations('imports');
  const words = useProblemWords();
  const size = useSize();
  const client = useQueryClient();
  const [current, setCurrent] = useState<string | null>(null);
  const [failures, setFailures] = useState<readonly string[]>([]);

  const send: Upload['send'] = async (files, importId) => {
    const failed: string[] = [];
    let id = importId ?? null;
    let taken = 0;
    for (const file of files) {
      setCurrent(file.name);
      try {
        if (file.size > maxFileBytes) throw new RangeError(t('tooLarge', { size: size(maxFileBytes) }));
        id ??= (await api.call(createImport, {})).id;
        await api.call(addImportFile, { id, name: file.name, content: file });
        taken++;
      } catch (error) {
        const reason = error instanceof RangeError ? error.message : words(error).detail;
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
