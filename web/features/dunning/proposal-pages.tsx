'use client';
import type { listDunningProposals } from '@atlas/payments/contract';
import { Button, Skeleton } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { usePages } from '../list/use-pages.ts';
import { ReportProblem } from '../reports/report-frame.tsx';
import type { Proposal, Run } from './dunning.ts';
import { ProposalCard } from './proposal-card.tsx';

const all = { q: '', sort: 'name', filters: {} };

/** The customers of a run, page by page. */
export function ProposalPages({ run, route }: { run: Run; route: typeof listDunningProposals }) {
  const t = useTranslations('dunning');
  const { query, rows } = usePages(route, { id: run.id }, all);
  if (query.isError) return <ReportProblem error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton className="h-40" />;
  return (
    <>
      {(rows as Proposal[]).map((proposal) => (
        <ProposalCard key={proposal.partyId} run={run} proposal={proposal} />
      ))}
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
