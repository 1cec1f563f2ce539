import { BankAccountForm } from '@/features/bank/bank-account-form.tsx';

export default function Page() {
  return <BankAccountForm />;
}
