import { OnClient } from '@/features/reports/on-client.tsx';
import { RangeStatement } from '@/features/reports/range-statement.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <RangeStatement kind="cash_flow" />
    </OnClient>
  );
}
