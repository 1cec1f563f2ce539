import { JournalReport } from '@/features/reports/journal-report.tsx';
import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <JournalReport />
    </OnClient>
  );
}
