import { RunDetail } from '@/features/dunning/run-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <RunDetail id={(await params).id} />;
}
