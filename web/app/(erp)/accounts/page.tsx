import { ChartOfAccounts } from '@/features/accounts/chart-of-accounts.tsx';

export default function Page() {
  return <ChartOfAccounts />;
}
