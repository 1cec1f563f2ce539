import { BillDetail } from '@/features/bills/bill-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BillDetail id={(await params).id} />;
}
