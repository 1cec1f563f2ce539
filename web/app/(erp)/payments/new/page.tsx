import { PaymentCreate } from '@/features/payments/payment-form.tsx';

export default function Page() {
  return <PaymentCreate />;
}
