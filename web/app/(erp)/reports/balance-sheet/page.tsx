import { BalanceSheet } from '@/features/reports/balance-sheet.tsx';
import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <BalanceSheet />
    </OnClient>
  );
}
