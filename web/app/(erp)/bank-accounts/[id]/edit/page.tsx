import { BankAccountEdit } from '@/features/bank/bank-account-form.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BankAccountEdit id={(await params).id} />;
}
