import { GeneralLedger } from '@/features/reports/general-ledger.tsx';
import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default async function Page({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <GeneralLedger accountId={accountId} />
    </OnClient>
  );
}
