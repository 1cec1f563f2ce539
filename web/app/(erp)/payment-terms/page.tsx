import { TermsList } from '@/features/payment-terms/terms-list.tsx';

export default function Page() {
  return <TermsList />;
}
