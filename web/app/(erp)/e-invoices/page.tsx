import { CheckScreen } from '@/features/e-invoices/check-screen.tsx';

export default function Page() {
  return <CheckScreen />;
}
