import { BillReceive } from '@/features/bills/bill-receive.tsx';

export default function Page() {
  return <BillReceive />;
}
