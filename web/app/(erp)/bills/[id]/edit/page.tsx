import { BillEdit } from '@/features/bills/bill-form.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BillEdit id={(await params).id} />;
}
