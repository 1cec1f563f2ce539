import { DimensionLines } from '@/features/dimensions/dimension-lines.tsx';
import { OnClient } from '@/features/reports/on-client.tsx';
import { ReportSkeleton } from '@/features/reports/report-frame.tsx';

export default async function Page({ params }: { params: Promise<{ valueId: string }> }) {
  const { valueId } = await params;
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <DimensionLines valueId={valueId} />
    </OnClient>
  );
}
