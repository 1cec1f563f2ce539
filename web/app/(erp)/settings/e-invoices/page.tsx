import { SellerScreen } from '@/features/e-invoices/seller-screen.tsx';

export default function Page() {
  return <SellerScreen />;
}
