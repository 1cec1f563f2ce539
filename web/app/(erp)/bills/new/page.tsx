import { BillCreate } from '@/features/bills/bill-form.tsx';

export default function Page() {
  return <BillCreate />;
}
