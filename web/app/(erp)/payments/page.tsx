import { PaymentList } from '@/features/payments/payment-list.tsx';

export default function Page() {
  return <PaymentList />;
}
