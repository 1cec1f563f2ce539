import { BankAccountDetail } from '@/features/bank/bank-account-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BankAccountDetail id={(await params).id} />;
}
