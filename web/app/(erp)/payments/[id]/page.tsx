import { PaymentDetail } from '@/features/payments/payment-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PaymentDetail id={(await params).id} />;
}
