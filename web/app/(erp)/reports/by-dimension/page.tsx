import { ByDimension } from '@/features/dimensions/by-dimension.tsx';
import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default function Page() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <ByDimension />
    </OnClient>
  );
}
