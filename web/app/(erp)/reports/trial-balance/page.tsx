import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';
import { TrialBalance } from '@/features/reports/trial-balance.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <TrialBalance />
    </OnClient>
  );
}
