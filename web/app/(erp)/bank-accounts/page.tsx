import { BankAccountList } from '@/features/bank/bank-account-list.tsx';

export default function Page() {
  return <BankAccountList />;
}
