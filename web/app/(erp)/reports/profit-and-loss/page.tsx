import { OnClient } from '@/features/reports/on-client.tsx';
import { ProfitAndLoss } from '@/features/reports/profit-and-loss.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <ProfitAndLoss />
    </OnClient>
  );
}
