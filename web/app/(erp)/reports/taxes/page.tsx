import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';
import { TaxReport } from '@/features/taxes/tax-report.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <TaxReport />
    </OnClient>
  );
}
