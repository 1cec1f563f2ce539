'use client';
import { listSuggestionRuns, requestSuggestions } from '@atlas/treasury/contract';
import { Button } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { forgetReads, useCommand, useRead } from '@/lib/api.ts';
import { ImportProgress } from '../imports/import-progress.tsx';

const pollMs = 500;

/** The newest pass over the movements of an account; when one ends, what is shown of them is read anew. */
function useSuggestionPass(accountId: string) {
  const client = useQueryClient();
  const running = useRef(false);
  const input = { id: accountId, limit: 1 };
  const first = useRead(listSuggestionRuns, input);
  const pass = first.data?.items[0];
  const isRunning = pass?.status === 'running';
  useRead(listSuggestionRuns, input, { refetchInterval: isRunning ? pollMs : false });
  useEffect(() => {
    if (running.current && !isRunning) void forgetReads(client, ['treasury.']);
    running.current = isRunning;
  }, [client, isRunning]);
  return isRunning ? pass : null;
}

/** How far a pass is. */
export function SuggestionProgress({ accountId }: { accountId: string }) {
  const t = useTranslations('bank.match');
  const pass = useSuggestionPass(accountId);
  return pass ? <ImportProgress title={t('working')} done={pass.doneCount} total={pass.lineCount || null} /> : null;
}

/** Asks for another pass. */
export function SuggestAgain({ accountId }: { accountId: string }) {
  const t = useTranslations('bank.match');
  const request = useCommand(requestSuggestions, ['treasury.suggestion']);
  return (
    <Button busy={request.isPending} onClick={() => request.mutate({ id: accountId })}>
      <Sparkles aria-hidden /> {t('again')}
    </Button>
  );
}
