import { BillList } from '@/features/bills/bill-list.tsx';

export default function Page() {
  return <BillList />;
}
