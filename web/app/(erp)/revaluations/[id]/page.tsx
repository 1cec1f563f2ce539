import { RevaluationDetail } from '@/features/currencies/revaluation-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <RevaluationDetail id={(await params).id} />;
}
