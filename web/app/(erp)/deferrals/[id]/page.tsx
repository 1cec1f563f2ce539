import { DeferralDetail } from '@/features/deferrals/deferral-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <DeferralDetail id={(await params).id} />;
}
