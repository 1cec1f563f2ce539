import { DayStatement } from '@/features/reports/day-statement.tsx';
import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <DayStatement kind="balance_sheet" />
    </OnClient>
  );
}
